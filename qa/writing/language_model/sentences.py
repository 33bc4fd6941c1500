"""What a language model wrote in, its sentences with the numbers that they cite out."""

import re
import unicodedata
from dataclasses import dataclass

from corpus.sentences import ENDS, split_sentences
from qa.writing.language_model.plain_text import visible

MARK = r"[\[［【](?:資料)?\s*\d{1,3}(?:\s*[,、，]\s*(?:資料)?\s*\d{1,3})*\s*[\]］】]"
_MARK = re.compile(MARK)
_MARKS_AFTER_END = re.compile(rf"([{ENDS}])((?:\s*{MARK})+)")
_LIST_MARK = re.compile(r"^\s*(?:#{1,6}\s|[-*・•]\s*|\d{1,2}[.)．）]\s*(?!\d)|(?:回答|答え|答)\s*[:：])\s*")
_THOUGHT = re.compile(r"\A\s*<think>.*?(?:</think>|\Z)", re.DOTALL)
_EMPHASIS = re.compile(r"\*\*|__|`+")


@dataclass(frozen=True, slots=True)
class ModelSentence:
    """A sentence without its marks, the numbers it cites in order, and whether it came to its end."""

    text: str
    citations: tuple[int, ...]
    ended: bool


def read_sentences(written: str) -> list[ModelSentence]:
    """The sentences of what a model wrote so far; a mark behind a full stop is that sentence's.

    Thoughts that a model writes before its answer are left out; so are marks of lists and emphasis, and
    sentences said again.
    HTML and links stay as the text that they are.
    """
    text = _MARKS_AFTER_END.sub(r"\2\1", visible(_THOUGHT.sub("", written)))
    sentences = (_read(found.text) for line in text.splitlines() for found in split_sentences(line))
    return list(dict.fromkeys(one for one in sentences if one.text or one.citations))


def _read(text: str) -> ModelSentence:
    numbers = [
        int(number)
        for mark in _MARK.findall(text)
        for number in re.findall(r"\d+", unicodedata.normalize("NFKC", mark))
    ]
    plain = " ".join(_EMPHASIS.sub("", _LIST_MARK.sub("", _MARK.sub("", text))).split())
    return ModelSentence(plain, tuple(dict.fromkeys(numbers)), bool(plain) and plain[-1] in f"{ENDS}」』）)")
