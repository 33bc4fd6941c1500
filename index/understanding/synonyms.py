"""Lines of synonyms in; for words of a query, the other words that are searched too, out.

A line is a group (BCP, 業務継続計画), of which any word stands for all others, or leads one way from words to
their wordings (audit => 監査, 検査). What follows a # is a comment.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from corpus import fold
from index.text.character_variants import VARIANTS

_SEPARATOR = re.compile(r"[,，、]")
_ARROW = re.compile(r"=>|＝＞|⇒")
_LATIN = re.compile(r"[a-z0-9][a-z0-9 .'&/-]*")
_WORD = re.compile(r"[a-z0-9]+")
_CUT_SHORT = re.compile(r"[^aeiou][aeiou][^aeiouwxy]")
"""What -ed and -ing leave of short words in e: voted, vot. (Care keeps its e: a car is another thing.)"""
LONGEST_LINE = 2_000
LONGEST_WORD = 60


@dataclass(frozen=True, slots=True)
class BrokenLine:
    """A line that says nothing: the search goes on without it."""

    file: str
    number: int
    reason: str

    def __str__(self) -> str:
        return f"{self.file}, line {self.number}: {self.reason}"


@dataclass(frozen=True, slots=True)
class Synonyms:
    """Wordings by folded words, and by runs of Latin words; `broken` are lines left out.

    `stems` has the runs again that are in their base form, by their stems: securities are no security.
    """

    words: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    terms: Mapping[tuple[str, ...], tuple[str, ...]] = field(default_factory=dict)
    broken: tuple[BrokenLine, ...] = ()
    stems: Mapping[tuple[str, ...], tuple[str, ...]] = field(default_factory=dict)

    def wordings_of(self, run: Sequence[str]) -> tuple[str, ...]:
        """The wordings of a run of Latin words: of the run as it is, else with its plurals in the singular,
        else by its stems; empty where it has none."""
        return (
            self.terms.get(tuple(run))
            or self.terms.get(tuple(map(singular, run)))
            or self.stems.get(tuple(map(stem, run)), ())
        )


def read_synonyms(lines: Iterable[str], file: str) -> Synonyms:
    """The synonyms of one file's lines."""
    words: dict[str, tuple[str, ...]] = {}
    terms: dict[tuple[str, ...], tuple[str, ...]] = {}
    broken: list[BrokenLine] = []
    for number, line in enumerate(lines, 1):
        said = line.split("#")[0].strip()
        if not said:
            continue
        try:
            pairs = _pairs(said)
        except ValueError as error:
            broken.append(BrokenLine(file, number, str(error)))
            continue
        for word, others in pairs:
            if _LATIN.fullmatch(word):
                run = tuple(_WORD.findall(word))
                terms[run] = (*terms.get(run, ()), *others)
            else:
                words[word] = (*words.get(word, ()), *others)
    return merged([Synonyms(words, terms, tuple(broken))])


def merged(tables: Iterable[Synonyms]) -> Synonyms:
    """All of several; the wordings of the first stand first."""
    words: dict[str, tuple[str, ...]] = {}
    terms: dict[tuple[str, ...], tuple[str, ...]] = {}
    broken: list[BrokenLine] = []
    for table in tables:
        for word, others in table.words.items():
            words[word] = tuple(dict.fromkeys((*words.get(word, ()), *others)))
        for run, others in table.terms.items():
            terms[run] = tuple(dict.fromkeys((*terms.get(run, ()), *others)))
        broken += table.broken
    stems = {tuple(map(stem, run)): others for run, others in terms.items() if all(map(_is_base, run))}
    return Synonyms(words, terms, tuple(broken), stems)


def _pairs(line: str) -> list[tuple[str, tuple[str, ...]]]:
    """Each word of a line, folded, with what it leads to. Raises ValueError for a line that says nothing."""
    if len(line) > LONGEST_LINE:
        raise ValueError(f"longer than {LONGEST_LINE:,} characters")
    sides = [_words(side) for side in _ARROW.split(line)]
    if len(sides) > 2:
        raise ValueError("more than one =>")
    if len(sides) == 2:
        if not all(sides):
            raise ValueError("=> needs words on both sides")
        return [(_folded(word), sides[1]) for word in sides[0]]
    if len(sides[0]) < 2:
        raise ValueError("a group needs two words or more, parted by commas")
    return [(_folded(word), tuple(other for other in sides[0] if other != word)) for word in sides[0]]


def _words(side: str) -> tuple[str, ...]:
    words = tuple(dict.fromkeys(word.strip() for word in _SEPARATOR.split(side) if word.strip()))
    for word in words:
        if len(word) > LONGEST_WORD or not any(map(str.isalnum, word)):
            raise ValueError(f"{word[:LONGEST_WORD]!r} is no word")
    return words


def _folded(word: str) -> str:
    return fold(word).translate(VARIANTS)


def _is_base(word: str) -> bool:
    return stem(word) in (word, word.removesuffix("e"))


def singular(word: str) -> str:
    """A small Latin word without its ending of a plural."""
    if len(word) <= 3:
        return word
    if word.endswith("ies"):
        return f"{word[:-3]}y"
    if word.endswith(("sses", "xes", "ches", "shes")):
        return word[:-2]
    if word.endswith("s") and not word.endswith(("ss", "us", "is")):
        return word[:-1]
    return word


def stem(word: str) -> str:
    """A small Latin word without its ending of a plural, of -ing or of -ed: the same for all these forms."""
    if len(word) <= 3:
        return word
    word = f"{word[:-3]}y" if word.endswith("ied") else singular(word)
    for ending in ("ing", "ed"):
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            word = word.removesuffix(ending)
            if word[-1] == word[-2] and word[-1] not in "lsz":
                word = word[:-1]
            elif _CUT_SHORT.fullmatch(word):
                word += "e"
            break
    return word[:-1] if len(word) > 4 and word.endswith("e") else word
