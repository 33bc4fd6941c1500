"""Folded text in, tokens out: the ways of cutting Japanese that are compared with the project's own.

Function words and marks are dropped by all morphological analysers, and all but the plain words take Latin
words and numbers alike, as `index.analysis` does, so that what differs is how Japanese is cut.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache
from itertools import pairwise

from fugashi import GenericTagger

from index.text.analysis import DROPPED, tokens
from index.text.bigrams import JAPANESE, WORD, bigrams, spellings

Tokenize = Callable[[str], list[str]]
Morpheme = tuple[int, int, str]
"""Where a content word starts and ends in the text, and the form it is found by."""

PLAIN_WORD = re.compile(r"(?u)\b\w\w+\b")
"""The pattern by which scikit-learn and bm25s cut text unless told otherwise."""

COLUMN_END = re.compile("[\t,]")
SURFACE = 0
UNIDIC_KIND = 4
IPADIC_KIND, IPADIC_BASE_FORM = 1, 7
IPADIC_DROPPED = DROPPED | {"記号", "フィラー"}


def plain_words() -> Tokenize:
    """Runs of at least two letters and digits: between spaces and marks, Japanese stays whole."""
    return PLAIN_WORD.findall


def unidic_lemmas() -> Tokenize:
    """The project's own words: lemmas of UniDic (unidic-lite)."""
    return lambda text: [token.lemma for token in tokens(text)]


def unidic_lemma_pairs() -> Tokenize:
    """Each two lemmas whose words touch in the text, as those of compounds do."""

    def pairs(text: str) -> list[str]:
        return [f"{one.lemma} {two.lemma}" for one, two in pairwise(tokens(text)) if one.end == two.start]

    return pairs


def unidic_surfaces() -> Tokenize:
    """UniDic's words as they stand in the text."""
    import unidic_lite

    options = f'-r "{unidic_lite.DICDIR}/mecabrc" -d "{unidic_lite.DICDIR}"'
    return _mecab(options, DROPPED, UNIDIC_KIND)


def ipadic_surfaces() -> Tokenize:
    """IPAdic's words as they stand in the text."""
    return _mecab(_ipadic_options(), IPADIC_DROPPED, IPADIC_KIND)


def ipadic_base_forms() -> Tokenize:
    """IPAdic's words by their dictionary form."""
    return _mecab(_ipadic_options(), IPADIC_DROPPED, IPADIC_KIND, IPADIC_BASE_FORM)


def sudachi(mode: str, *, normalized: bool) -> Tokenize:
    """SudachiPy's words, short units (mode A) or long ones (C), normalized or as they stand.

    Raises ImportError where SudachiPy or its core dictionary is not installed.
    """
    try:
        from sudachipy import Dictionary, SplitMode

        tokenizer = Dictionary(dict="core").tokenizer({"A": SplitMode.A, "C": SplitMode.C}[mode])
    except ImportError as error:
        raise _missing("SudachiPy and its core dictionary") from error

    def words(text: str) -> Iterator[Morpheme]:
        for morpheme in tokenizer.tokenize(text):
            if morpheme.part_of_speech()[0] not in DROPPED:
                form = morpheme.normalized_form() if normalized else morpheme.surface()
                yield morpheme.begin(), morpheme.end(), form.lower()

    return lambda text: with_latin_words(text, words(text))


def character_bigrams() -> Tokenize:
    """The project's own bigrams."""
    return lambda text: [found for found, _, _ in bigrams(text)]


def character_ngrams(size: int) -> Tokenize:
    """Each `size` neighbouring Japanese characters, shorter runs whole."""

    def words(text: str) -> Iterator[Morpheme]:
        for match in JAPANESE.finditer(text):
            for start in range(match.start(), max(match.end() - size, match.start()) + 1):
                yield start, start + size, text[start : min(start + size, match.end())]

    return lambda text: with_latin_words(text, words(text))


def with_latin_words(text: str, words: Iterable[Morpheme]) -> list[str]:
    """Latin words and numbers as `index.text.bigrams` spells them, and the words that overlap none."""
    matches = list(WORD.finditer(text))
    taken = {place for match in matches for place in range(*match.span())}
    latin = [spelling for match in matches for spelling in spellings(match[0])]
    return latin + [form for start, end, form in words if taken.isdisjoint(range(start, end))]


TOKENIZERS: dict[str, Callable[[], Tokenize]] = {
    "plain words": plain_words,
    "characters": lambda: character_ngrams(1),
    "bigrams": character_bigrams,
    "trigrams": lambda: character_ngrams(3),
    "unidic lemmas": unidic_lemmas,
    "unidic lemma pairs": unidic_lemma_pairs,
    "unidic surfaces": unidic_surfaces,
    "ipadic base forms": ipadic_base_forms,
    "ipadic surfaces": ipadic_surfaces,
    "sudachi A": lambda: sudachi("A", normalized=True),
    "sudachi A surfaces": lambda: sudachi("A", normalized=False),
    "sudachi C": lambda: sudachi("C", normalized=True),
    "sudachi C surfaces": lambda: sudachi("C", normalized=False),
}
"""What makes each tokenizer; its dictionary is loaded then."""


def _mecab(options: str, dropped: frozenset[str], kind: int, form: int = SURFACE) -> Tokenize:
    """The content words that MeCab finds with a dictionary, whose output has the part of speech in column
    `kind` and what is to be taken in column `form`."""
    tagger = GenericTagger(options)

    @lru_cache(maxsize=100_000)
    def read(line: str) -> tuple[str, str | None]:
        surface, features = line.split("\t", 1)
        columns = [surface, *COLUMN_END.split(features)]
        known = form < len(columns) and columns[form] != "*"
        is_dropped = columns[kind].split("-")[0] in dropped
        return surface, None if is_dropped else columns[form] if known else surface

    def words(text: str) -> Iterator[Morpheme]:
        end = 0
        for line in tagger.parse(text).split("\n"):
            if "\t" in line:  # the last line is EOS
                surface, found = read(line)
                start = text.index(surface, end)
                end = start + len(surface)
                if found is not None:
                    yield start, end, found

    return lambda text: with_latin_words(text, words(text))


def _ipadic_options() -> str:
    try:
        import ipadic
    except ImportError as error:
        raise _missing("IPAdic") from error
    return str(ipadic.MECAB_ARGS)


def _missing(what: str) -> ImportError:
    return ImportError(f"{what} is not installed: pip install 'tenkyo[peers]'")
