"""Letter-spaced text closed up: 報 告 第 1 号, Ｉ Ｔ, 1 , 1 9 2 千 円.

Wide spacing is how offices fill a line or a form's field; it says nothing and hides the words from search.
"""

import re

_TOKEN = re.compile(r"(?<!\S)[（(]?[0-9０-９]{1,2}[）)．.、](?=\S)|\S+")
_DIGIT = r"[0-9０-９]"
_SPACED_AMOUNT = re.compile(
    rf"(?<!\S){_DIGIT}(?: ?{_DIGIT}){{0,2}}(?: [,，.．] ?{_DIGIT}(?: {_DIGIT})+)+(?!\S)"  # 1 , 1 9 2
)
_SPACED_CAPITALS = re.compile(
    r"(?<![0-9A-Za-z\t])(?<![0-9A-Za-z] )[A-Z](?: (?:- )?[A-Z])+(?![0-9A-Za-z])(?! [0-9A-Za-z])"
)
_LETTER = re.compile(
    r"[々〆ヵヶ〇\u3041-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\u2e80-\u2fdf"
    r"Ａ-Ｚａ-ｚ（）「」『』【】、。・／：\U00020000-\U0003ffff]"
)
_FIGURE = re.compile(r"[0-9A-Za-z０-９,.，．％%()]")
_WIDEST_GAP_IN_A_WORD = 2
_SURELY_SPACED = 4
"""With so many letters apart from each other, figures among them are spaced out too; with fewer they may be
cells."""


def closed_gaps(text: str) -> list[tuple[int, int]]:
    """The stretches of white space (start, end) in one line that only space its letters out."""
    if " " not in text and "\u3000" not in text:
        return []
    tokens = [(match.start(), match.end()) for match in _TOKEN.finditer(text)]
    closed = {
        (match.start() + gap.start(), match.start() + gap.end())
        for pattern in (_SPACED_AMOUNT, _SPACED_CAPITALS)
        for match in pattern.finditer(text)
        for gap in re.finditer(r"\s+", match.group())
    }
    for run in _letter_runs(text, tokens):
        closed.update(_gaps_within(text, tokens, run))
    return sorted(closed)


def _letter_runs(text: str, tokens: list[tuple[int, int]]) -> list[range]:
    """Runs of two or more single letters that stand apart; figures count only between letters."""
    runs: list[range] = []
    first = 0
    while first < len(tokens):
        last = first
        while last < len(tokens) and _stands_alone(text, tokens[last]):
            last += 1
        runs += _certain_runs(text, tokens, first, last)
        first = max(last, first + 1)
    return runs


def _stands_alone(text: str, token: tuple[int, int]) -> bool:
    start, end = token
    return end - start == 1 and bool(_LETTER.match(text[start]) or _FIGURE.match(text[start]))


def _certain_runs(text: str, tokens: list[tuple[int, int]], first: int, last: int) -> list[range]:
    is_letter = [bool(_LETTER.match(text[tokens[index][0]])) for index in range(first, last)]
    if sum(is_letter) >= _SURELY_SPACED:
        ends = [index for index, letter in enumerate(is_letter) if letter]
        return [range(first + ends[0], first + ends[-1] + 1)]
    runs: list[range] = []
    start = 0
    while start < len(is_letter):
        end = start
        while end < len(is_letter) and (is_letter[end] or _ordinal(text, tokens, first + end, first, last)):
            end += 1
        if end - start >= 2:
            runs.append(range(first + start, first + end))
        start = max(end, start + 1)
    return runs


def _ordinal(text: str, tokens: list[tuple[int, int]], index: int, first: int, last: int) -> bool:
    """Whether the figure at `index` is that of 第 1 号 or 令 和 6 年: one figure between such letters."""
    if not first < index < last - 1:
        return False
    before, after = text[tokens[index - 1][0]], text[tokens[index + 1][0]]
    return before in "第和成昭" and bool(_LETTER.match(after))


def _gaps_within(text: str, tokens: list[tuple[int, int]], run: range) -> list[tuple[int, int]]:
    gaps = [(tokens[index][1], tokens[index + 1][0]) for index in run[:-1]]
    widths = [_width(text[start:end]) for start, end in gaps]
    widest = max(_WIDEST_GAP_IN_A_WORD, min(widths, default=0))
    return [
        gap
        for gap, width in zip(gaps, widths, strict=True)
        if width <= widest and "\t" not in text[gap[0] : gap[1]]
    ]


def _width(gap: str) -> int:
    return sum(2 if character == "\u3000" else 1 for character in gap)
