"""The characters of one line in; the white space between them, as their places tell it, out.

One program draws a space where another only moves on, so that the distance decides; where that is narrow,
a space that the file draws does (a heading's number in proportional type: 7 監査の結果).
"""

from collections.abc import Collection, Sequence

from corpus.layout.letters import is_figure, is_japanese, is_wide, parts_figures

WORD_SPACE = " "
WIDE_SPACE = "\u3000"

_BETWEEN_WIDE = 0.4
_BESIDE_WIDE = 0.45
_BETWEEN_LATIN = 0.16
_BETWEEN_FIGURES = 0.3
_BETWEEN_DRAWN = 0.2
_WIDE_GAP = 1.5
_LIKE = 0.22
_SPACED_OUT = 2.2
_SPACED_OUT_SHORT = 1.3
_SPACED_FIGURES = 1.2


def spaces(text: str, gaps: Sequence[float], closed: bool = False, drawn: Collection[int] = ()) -> list[str]:
    """What stands between each character of a line and the next: nothing, a space or a full-width space.

    `gaps` are the distances between them, in widths of a full-width letter. Letters spaced out evenly (a
    justified heading, 財 政 調 整) are one word; `closed` says that the line is a cell's, where two letters
    far apart (区　分) are one word too; after the letters at `drawn` the file draws a space.
    """
    found = [_space(text[index], text[index + 1], gap, index in drawn) for index, gap in enumerate(gaps)]
    if closed and _is_one_spaced_word(text, found):
        return [""] * len(found)
    closed_up: set[int] = set()
    start = 0
    while start < len(found):
        end = start
        while end < len(found) and found[end] and _is_even(gaps[start], gaps[end]):
            end += 1
        first = start if start == 0 or found[start - 1] else start + 1
        last = end if end == len(found) or found[end] else end - 1
        if last > first and _is_spaced_out(text[first : last + 1], gaps[first:last]):
            closed_up.update(range(first, last))
        start = max(end, start + 1)
    return ["" if index in closed_up else space for index, space in enumerate(found)]


def _space(before: str, after: str, gap: float, drawn: bool) -> str:
    if gap >= _WIDE_GAP:
        return WIDE_SPACE
    widest = _widest_within_a_word(before, after)
    if drawn and not _are_figures(before, after):
        widest = min(widest, _BETWEEN_DRAWN)
    return WORD_SPACE if gap > widest else ""


def _widest_within_a_word(before: str, after: str) -> float:
    wide = is_wide(before) + is_wide(after)
    if wide == 2:
        return _BETWEEN_WIDE
    if wide == 1:
        return _BESIDE_WIDE
    return _BETWEEN_FIGURES if _are_figures(before, after) else _BETWEEN_LATIN


def _are_figures(before: str, after: str) -> bool:
    return all(is_figure(character) or parts_figures(character) for character in (before, after))


def _is_even(first: float, gap: float) -> bool:
    return abs(first - gap) <= max(_LIKE, 0.15 * first)


def _is_spaced_out(text: str, gaps: Sequence[float]) -> bool:
    if len(text) < 3 or not all(map(_is_spaceable, text)):
        return False
    letters = sum(map(is_japanese, text))
    if letters == len(text):
        return max(gaps) <= (_SPACED_OUT if len(text) > 3 else _SPACED_OUT_SHORT)
    return max(gaps) <= _SPACED_FIGURES and (letters >= 2 or any(map(parts_figures, text)))


def _is_spaceable(character: str) -> bool:
    return (
        is_japanese(character)
        or is_figure(character)
        or parts_figures(character)
        or character in "・（）()「」、"
        or "Ａ" <= character <= "ｚ"
    )


def _is_one_spaced_word(text: str, found: Sequence[str]) -> bool:
    return len(text) > 1 and all(found) and all(map(is_japanese, text))
