"""A recogniser's probabilities in, Japanese text out."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from corpus.ocr.japanese_forms import is_japanese, is_old_name, japanese_forms

_BLANK = 0
_AMOUNT_AFTER = re.compile(r" ?\d{1,3}(?:[,.;] ?\d{3})+ ?\Z")
_MINUS = "△"
_MINUS_LOOKS = "△▲AaΛ^"
_NO_LETTER_STARTS_AN_AMOUNT = "AasΛ^入ム"
_MINUS_LEAVES_A_TRACE = 0.02
_OLD_NAME = 0.1
"""What a form that only names still have counts beside the ordinary one."""


@dataclass(frozen=True, slots=True)
class DecodedLine:
    """A line's text; the probability of each character, and where its middle is (a share of the width)."""

    text: str
    probabilities: tuple[float, ...]
    centres: tuple[float, ...]

    @property
    def confidence(self) -> float:
        """The mean probability of its characters, 0 where it has none."""
        return sum(self.probabilities) / len(self.probabilities) if self.text.strip() else 0.0


class JapaneseDecoder:
    """Reads the most probable Japanese text from a CTC recogniser's output (Graves et al. 2006, best path).

    A recogniser of Chinese and Japanese sees 单 and 単 as two characters, each with half of the probability.
    Here the probability of every Chinese form goes to the Japanese one, and characters that Japanese
    documents do not use are left out. Where the recogniser saw some character, some character is read.
    """

    def __init__(self, alphabet: Sequence[str]) -> None:
        """`alphabet` names the recogniser's classes; the first is CTC's blank."""
        self._alphabet = tuple(alphabet)
        index_of = {character: index for index, character in enumerate(self._alphabet) if index != _BLANK}
        forms = japanese_forms()
        folded = [
            (index, index_of[forms[character]])
            for character, index in index_of.items()
            if character in forms and not is_old_name(character) and forms[character] in index_of
        ]
        self._minus_looks = [index_of[character] for character in _MINUS_LOOKS if character in index_of]
        self._from = np.array([source for source, _ in folded], dtype=np.intp)
        self._to = np.array([target for _, target in folded], dtype=np.intp)
        self._weights = np.array([_weight(character) for character in self._alphabet], dtype=np.float32)
        self._weights[_BLANK] = 1.0

    def __call__(self, probabilities: NDArray[np.float32]) -> DecodedLine:
        """The text of one line; `probabilities` is (steps, classes), each step summing to 1."""
        read = probabilities.argmax(axis=1)
        steps = np.flatnonzero(
            (read != _BLANK) & (read != np.roll(read, 1)) | (np.arange(len(read)) == 0) & (read != _BLANK)
        )
        if not len(steps):
            return DecodedLine("", (), ())
        ends = [self._run_end(read, int(step)) for step in steps]
        peaks = [
            step + int(probabilities[step:end, read[step]].argmax())
            for step, end in zip(steps, ends, strict=True)
        ]
        japanese = self._japanese(probabilities[peaks])
        best = japanese.argmax(axis=1)
        text = "".join(self._alphabet[index] for index in best)
        return DecodedLine(
            self._with_minus(text, japanese[0]),
            tuple(float(value) for value in np.minimum(japanese.max(axis=1), 1.0)),
            tuple(float(step + end) / 2 / len(read) for step, end in zip(steps, ends, strict=True)),
        )

    def _with_minus(self, text: str, first: NDArray[np.float32]) -> str:
        """The text of an amount whose minus sign was taken for a letter or a 4, put right.

        A small △ looks like a 4; one that is a 4 leaves next to nothing for △ and its like.
        """
        if not _AMOUNT_AFTER.match(text, 1):
            return text
        trace = sum(float(first[index]) for index in self._minus_looks)
        if text[0] in _NO_LETTER_STARTS_AN_AMOUNT or (text[0] == "4" and trace >= _MINUS_LEAVES_A_TRACE):
            return _MINUS + text[1:]
        return text

    def _run_end(self, read: NDArray[np.intp], step: int) -> int:
        end = step + 1
        while end < len(read) and read[end] == read[step]:
            end += 1
        return end

    def _japanese(self, probabilities: NDArray[np.float32]) -> NDArray[np.float32]:
        japanese = probabilities.copy()
        for source, target in zip(self._from, self._to, strict=True):
            japanese[:, target] += probabilities[:, source]
        japanese *= self._weights
        japanese[:, _BLANK] = 0
        return japanese


def _weight(character: str) -> float:
    if is_old_name(character):
        return _OLD_NAME
    return 1.0 if is_japanese(character) and character not in japanese_forms() else 0.0
