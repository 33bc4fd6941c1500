"""Text in, tokens out: lemmas of content words (MeCab, UniDic), their pairs, and bigrams, with places."""

import re
import threading
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.metadata import version
from itertools import pairwise
from typing import NamedTuple

from fugashi import Tagger

from index.text.bigrams import WORD, bigrams, spellings
from index.text.folding import FoldedText, fold_text

ANALYSIS_VERSION = 3
"""Raised when the same text gives other tokens than before: lexical indexes are then rebuilt."""

LONGEST_FOR_MECAB = 5_000
"""MeCab slows down and at last fails on texts of hundreds of kilobytes, so long ones are cut at a pause."""

PAUSE = re.compile(r"[。\n！？!?]")

DROPPED = frozenset({"助詞", "助動詞", "補助記号", "空白", "接続詞", "感動詞"})
"""Function words and marks, by the first level of UniDic's parts of speech."""

FOREIGN = re.compile(r"[a-z]{2,}")
"""A foreign word of one piece in UniDic's lemmas."""

_threads = threading.local()


@dataclass(frozen=True, slots=True)
class Token:
    """A content word: its lemma, and the characters `start` to `end` of the text it stands at."""

    lemma: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Analysis:
    """The tokens of one text: content words by lemma, and bigrams, both in reading order.

    `foreign` are the foreign words that loan words come from (server at サーバー): a text is found by them, a
    query does not ask for them. `pairs` are the lemmas of words that touch, as those of a compound do (指定
    and 管理 of 指定管理).
    """

    lemmas: tuple[Token, ...]
    bigrams: tuple[Token, ...]
    foreign: tuple[Token, ...] = ()
    pairs: tuple[Token, ...] = ()


def analyse(text: str, only: Analysis | None = None) -> Analysis:
    """All tokens of a text; with `only`, those of its lemmas and bigrams alone that it has too.

    Their places are in the text as given.
    """
    folded = fold_text(text)
    if only is not None:
        return _analyse_only(folded, only)
    words = list(_words(folded.text))
    lemmas = [(word.lemma, word.start, word.end) for word in words if word.lemma]
    foreign = [(word.foreign, word.start, word.end) for word in words if word.foreign]
    pairs = list(_pairs(lemmas))
    return Analysis(*(_placed(found, folded) for found in (lemmas, bigrams(folded.text), foreign, pairs)))


def _analyse_only(folded: FoldedText, only: Analysis) -> Analysis:
    asked = {token.lemma for token in only.lemmas}
    asked_bigrams = {token.lemma for token in only.bigrams}
    words = _kept_words(folded.text)
    folded_bigrams = bigrams(folded.text) if asked_bigrams else ()
    return Analysis(
        _placed(((word.lemma, word.start, word.end) for word in words if word.lemma in asked), folded),
        _placed((found for found in folded_bigrams if found[0] in asked_bigrams), folded),
        _placed(((word.foreign, word.start, word.end) for word in words if word.foreign in asked), folded),
    )


@lru_cache(maxsize=1_000)
def _kept_words(text: str) -> tuple["_Word", ...]:
    """The words of a folded text: passages are found again and again, and MeCab is slow."""
    return tuple(_words(text))


def tokens(text: str) -> tuple[Token, ...]:
    """The content words of a text by lemma, in reading order; their places are in the text as given."""
    folded = fold_text(text)
    lemmas = ((word.lemma, word.start, word.end) for word in _words(folded.text) if word.lemma)
    return _placed(lemmas, folded)


def word_borders(text: str) -> frozenset[int]:
    """Where a folded text's words begin and end, function words and marks too."""
    return frozenset(place for word in _morphemes(text) for place in (word.start, word.end))


def pronounce(text: str) -> str:
    """How a text is said, in katakana with long vowels as ー; what UniDic does not know stands as it is."""
    lines = (line.split("\t") for line in _tagger().parse(text).split("\n"))
    return "".join(line[1] or line[0] for line in lines if len(line) > 1)


def parts_of_speech(text: str) -> Iterator[tuple[int, int, str]]:
    """The morphemes of a folded text (start, end) with UniDic's parts of speech (名詞-固有名詞-人名-姓)."""
    for offset, part in _parts(text):
        position = 0
        for line in _tagger().parse(part).split("\n"):
            columns = line.split("\t")
            if len(columns) > 1:
                start = part.index(columns[0], position)
                position = start + len(columns[0])
                yield offset + start, offset + position, columns[4]


def analyser_name() -> str:
    """What the tokens depend on: this analysis, the tokenizer and its dictionary, with their versions."""
    return f"analysis {ANALYSIS_VERSION}, fugashi {version('fugashi')}, unidic-lite {version('unidic-lite')}"


class _Word(NamedTuple):
    """A word of a folded text; its lemma is None for function words and marks. One is made for each morpheme:
    as a frozen dataclass it would take four times as long."""

    lemma: str | None
    foreign: str | None
    start: int
    end: int


def _placed(found: Iterable[tuple[str, int, int]], folded: FoldedText) -> tuple[Token, ...]:
    return tuple(Token(text, folded.starts[start], folded.ends[end - 1]) for text, start, end in found)


def _pairs(lemmas: Sequence[tuple[str, int, int]]) -> Iterator[tuple[str, int, int]]:
    """Each two lemmas whose words touch."""
    for (one, start, border), (two, after, end) in pairwise(lemmas):
        if border == after:
            yield f"{one}_{two}", start, end


def _words(text: str) -> Iterator[_Word]:
    """Latin words and numbers as written, Japanese words by lemma."""
    taken = 0
    written = list(WORD.finditer(text))
    following = 0
    for word in _morphemes(text):
        while following < len(written) and written[following].start() < word.end:
            match = written[following]
            yield from _as_written(match)
            taken = match.end()
            following += 1
        if word.lemma and word.start >= taken:
            yield word
    for match in written[following:]:
        yield from _as_written(match)


def _as_written(match: re.Match[str]) -> Iterator[_Word]:
    return (_Word(spelling, None, match.start(), match.end()) for spelling in spellings(match[0]))


def _morphemes(text: str) -> Iterator[_Word]:
    """Every morpheme of a text."""
    tagger = _tagger()
    for offset, part in _parts(text):
        position = 0
        # One string for the whole part: several times faster than a Python object for each morpheme.
        for line in tagger.parse(part).split("\n"):
            if line == "EOS" or not line:
                continue
            surface, lemma, foreign = _read_line(line)
            start = part.index(surface, position)
            position = start + len(surface)
            yield _Word(lemma, foreign, offset + start, offset + position)


@lru_cache(maxsize=100_000)
def _read_line(line: str) -> tuple[str, str | None, str | None]:
    """The surface, the lemma and the foreign word in one line of UniDic's output; both are None for function
    words.

    The columns are surface, pronunciation, reading, lemma, part of speech (as 名詞-普通名詞-一般), and more;
    the lemma of a word that UniDic does not know is its surface.
    """
    surface, _, _, lemma, kind = line.split("\t")[:5]
    if kind.split("-")[0] in DROPPED or (kind.startswith("記号") and kind != "記号-文字"):
        return surface, None, None
    # UniDic tells homographs apart by a suffix (円-助数詞), loan words by the foreign word (サーバー-server).
    plain, _, suffix = (lemma or surface).lower().partition("-")
    foreign = suffix if FOREIGN.fullmatch(suffix) else None
    return surface, "".join(plain.split()) or None, foreign


def _parts(text: str) -> Iterator[tuple[int, str]]:
    """The text in parts that MeCab takes, cut after a pause where there is one, each with its offset."""
    start = 0
    while len(text) - start > LONGEST_FOR_MECAB:
        limit = start + LONGEST_FOR_MECAB
        pauses = [match.end() for match in PAUSE.finditer(text, start + LONGEST_FOR_MECAB // 2, limit)]
        end = pauses[-1] if pauses else limit
        yield start, text[start:end]
        start = end
    yield start, text[start:]


def _tagger() -> Tagger:
    """This thread's tagger: MeCab's are not to be shared between threads."""
    if not hasattr(_threads, "tagger"):
        _threads.tagger = Tagger()
    tagger: Tagger = _threads.tagger
    return tagger
