"""Lines in; short ones that stand alone between paragraphs as their titles, out."""

import re
from collections.abc import Collection, Sequence

from corpus.structure.heading_lines import HeadingLine
from corpus.structure.heading_marks import is_title
from corpus.structure.lines import Line
from corpus.structure.numbering import Numbering, find_numbering
from corpus.tables.lines import is_head_row, is_row

BARE = "題"
_MOST_CHARACTERS = 24
_LEAST_TITLES = 3
_PROSE_WIDTH = 40
_NEARLY_FULL = 0.75
_CLOSING = re.compile(r"^(?:以上|記|敬具|草々|別紙|別添|計|合計|.{0,8}(?:年|月)\S{0,4}日)$|[：:]|様$|印$")


def bare_titles(
    lines: Sequence[Line], full_widths: Sequence[int], excluded: Collection[Line]
) -> list[HeadingLine]:
    """The titles of a text that has no numbers and no styles: after a paragraph's end, before prose.

    Fewer than three of them are chance. `excluded` are lines that are none (rows, footnotes).
    """
    numbering = Numbering(BARE, 96, None, False, 0)
    found = []
    before = "。"
    for index, line in enumerate(lines):
        if line.blank:
            continue
        if before.endswith("。") and line not in excluded and _is_short(line, full_widths[index]):
            follower = next((one for one in lines[index + 1 : index + 4] if not one.blank), None)
            if follower is not None and follower not in excluded and _is_prose(follower, full_widths[index]):
                found.append(HeadingLine(index, numbering, line.text))
        before = line.text
    return found if len(found) >= _LEAST_TITLES else []


def _is_short(line: Line, full_width: int) -> bool:
    text = line.text
    return (
        2 <= len(text) <= _MOST_CHARACTERS
        and (not full_width or line.width < 0.6 * full_width)
        and is_title(text)
        and not _CLOSING.search(text)
        and find_numbering(text) is None
        and not is_row(text)
        and not is_head_row(text)
    )


def _is_prose(line: Line, full_width: int) -> bool:
    if is_row(line.text) or find_numbering(line.text) is not None:
        return False
    wide = max(_PROSE_WIDTH, _NEARLY_FULL * full_width)
    return line.width + line.indent >= wide or (line.text.endswith("。") and line.width >= _PROSE_WIDTH / 2)
