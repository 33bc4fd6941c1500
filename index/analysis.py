"""Text in, tokens out: lemmas of content words (MeCab, UniDic) and character bigrams, each with its place."""

import re
import threading
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from importlib.metadata import version

from fugashi import Tagger

from index.bigrams import WORD, bigrams, spellings
from index.folding import FoldedText, fold_text

ANALYSIS_VERSION = 1
"""Raised when the same text gives other tokens than before: lexical indexes are then rebuilt."""

LONGEST_FOR_MECAB = 5_000
"""MeCab slows down and at last fails on texts of hundreds of kilobytes, so long ones are cut at a pause."""

PAUSE = re.compile(r"[。\n！？!?]")

DROPPED = frozenset({"助詞", "助動詞", "補助記号", "空白", "接続詞", "感動詞"})
"""Function words and marks, by the first level of UniDic's parts of speech."""

_threads = threading.local()


@dataclass(frozen=True, slots=True)
class Token:
    """A content word: its lemma, and the characters `start` to `end` of the text it stands at."""

    lemma: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Analysis:
    """The tokens of one text: content words by lemma, and bigrams, both in reading order."""

    lemmas: tuple[Token, ...]
    bigrams: tuple[Token, ...]


def analyse(text: str, only: Analysis | None = None) -> Analysis:
    """Both kinds of tokens of a text; with `only`, those alone whose text it has too.

    Their places are in the text as given.
    """
    folded = fold_text(text)
    if only is None:
        return Analysis(_placed(_lemmas(folded.text), folded), _placed(bigrams(folded.text), folded))
    lemmas = {token.lemma for token in only.lemmas}
    pairs = {token.lemma for token in only.bigrams}
    return Analysis(
        _placed((found for found in _lemmas(folded.text) if found[0] in lemmas), folded),
        _placed((found for found in bigrams(folded.text) if found[0] in pairs), folded),
    )


def tokens(text: str) -> tuple[Token, ...]:
    """The content words of a text by lemma, in reading order; their places are in the text as given."""
    folded = fold_text(text)
    return _placed(_lemmas(folded.text), folded)


def analyser_name() -> str:
    """What the tokens depend on: this analysis, the tokenizer and its dictionary, with their versions."""
    return f"analysis {ANALYSIS_VERSION}, fugashi {version('fugashi')}, unidic-lite {version('unidic-lite')}"


def _placed(found: Iterator[tuple[str, int, int]], folded: FoldedText) -> tuple[Token, ...]:
    return tuple(Token(text, folded.starts[start], folded.ends[end - 1]) for text, start, end in found)


def _lemmas(text: str) -> Iterator[tuple[str, int, int]]:
    """Latin words and numbers as written, Japanese words by lemma: (lemma, start, end) in folded text."""
    taken = 0
    words = list(WORD.finditer(text))
    following = 0
    for lemma, start, end in _morphemes(text):
        while following < len(words) and words[following].start() < end:
            match = words[following]
            yield from ((spelling, match.start(), match.end()) for spelling in spellings(match[0]))
            taken = match.end()
            following += 1
        if lemma and start >= taken:
            yield lemma, start, end
    for match in words[following:]:
        yield from ((spelling, match.start(), match.end()) for spelling in spellings(match[0]))


def _morphemes(text: str) -> Iterator[tuple[str | None, int, int]]:
    """Every morpheme of a text; its lemma is None for function words and marks."""
    tagger = _tagger()
    for offset, part in _parts(text):
        position = 0
        # One string for the whole part: several times faster than a Python object for each morpheme.
        for line in tagger.parse(part).split("\n"):
            if line == "EOS" or not line:
                continue
            surface, lemma = _read_line(line)
            start = part.index(surface, position)
            position = start + len(surface)
            yield lemma, offset + start, offset + position


@lru_cache(maxsize=100_000)
def _read_line(line: str) -> tuple[str, str | None]:
    """The surface and the lemma in one line of UniDic's output; the lemma is None for function words.

    The columns are surface, pronunciation, reading, lemma, part of speech (as 名詞-普通名詞-一般), and more;
    the lemma of a word that UniDic does not know is its surface.
    """
    surface, _, _, lemma, kind = line.split("\t")[:5]
    if kind.split("-")[0] in DROPPED or (kind.startswith("記号") and kind != "記号-文字"):
        return surface, None
    # UniDic tells homographs apart by a suffix (サーバー-server, 円-助数詞).
    plain = "".join((lemma or surface).split("-", 1)[0].lower().split())
    return surface, plain or None


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
