"""Two texts in, the stretches that both have and that one has alone out."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from qa.comparing.naming import bigrams, likeness
from qa.comparing.pairing import count_matches
from qa.comparing.types import Piece

_TOKEN = re.compile(
    r"[△▲－-]?[\d０-９]+(?:[,.，．][\d０-９]+)*|[A-Za-zＡ-Ｚａ-ｚ]+|[ァ-ヶー]+|\s+|.", re.DOTALL
)
"""What changes as a whole: a figure, a Latin or katakana word, else one character."""
UNLIKE = 0.25
"""Texts that share less (Dice's coefficient of bigrams) are shown whole, one for the other."""
_SHORTEST_SAME = 2
"""Fewer characters than this between two changes are part of them."""
MOST_MATCHES = 300_000
"""With more pairs of like tokens (a letter said ten thousand times) two texts are shown whole: to align them
would take minutes. Thousands of letters of ordinary Japanese have fewer."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """Characters of the text before and of the text after that belong together; `same` where they are
    alike."""

    same: bool
    before: tuple[int, int]
    after: tuple[int, int]


def differing_stretches(before: str, after: str) -> list[Stretch]:
    """Both texts cut into stretches that are alike and stretches that are not, in order."""
    if before == after:
        return [Stretch(True, (0, len(before)), (0, len(after)))]
    ours, theirs = _TOKEN.findall(before), _TOKEN.findall(after)
    if likeness(bigrams(before), bigrams(after)) < UNLIKE or count_matches(ours, theirs) > MOST_MATCHES:
        return [Stretch(False, (0, len(before)), (0, len(after)))]
    our_ends, their_ends = _ends(ours), _ends(theirs)
    blocks = SequenceMatcher(None, ours, theirs, autojunk=False).get_opcodes()
    stretches = [
        Stretch(tag == "equal", (our_ends[i1], our_ends[i2]), (their_ends[j1], their_ends[j2]))
        for tag, i1, i2, j1, j2 in blocks
    ]
    return _merged(stretches)


def cut_pieces(before: str, after: str, stretches: Sequence[Stretch]) -> tuple[Piece, ...]:
    """The stretches as pieces to read in one line: what was removed stands before what was added."""
    pieces: list[Piece] = []
    for stretch in stretches:
        ours, theirs = before[slice(*stretch.before)], after[slice(*stretch.after)]
        if stretch.same:
            pieces.append(Piece("same", theirs))
        else:
            pieces += [Piece("removed", ours)] if ours else []
            pieces += [Piece("added", theirs)] if theirs else []
    return tuple(pieces)


def _ends(tokens: Sequence[str]) -> list[int]:
    ends = [0]
    for token in tokens:
        ends.append(ends[-1] + len(token))
    return ends


def _merged(stretches: Sequence[Stretch]) -> list[Stretch]:
    """Neighbours of one sort as one; a very short likeness between two changes belongs to them."""
    merged: list[Stretch] = []
    last = len(stretches) - 1
    for place, stretch in enumerate(stretches):
        length = stretch.before[1] - stretch.before[0]
        same = stretch.same and (length >= _SHORTEST_SAME or place in (0, last))
        if merged and merged[-1].same == same:
            earlier = merged[-1]
            merged[-1] = Stretch(
                same, (earlier.before[0], stretch.before[1]), (earlier.after[0], stretch.after[1])
            )
        else:
            merged.append(Stretch(same, stretch.before, stretch.after))
    return merged
