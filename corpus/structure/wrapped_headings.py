"""A heading's line and those after it in; whether its words go on there, out."""

import re
from collections.abc import Sequence

from corpus.structure.lines import Line
from corpus.structure.numbering import find_numbering
from corpus.tables.lines import is_head_row, is_row

LEAST_WRAPPED = 32
"""Text of fewer columns is not taken to be wrapped."""
_NARROW = 60
_NEARLY_FULL, _MOSTLY_FULL, _SHORT, _SHORTER = 0.8, 0.75, 0.8, 0.6
SENTENCE_END = re.compile(
    r"[。．！？、，]$|。|(?:ます|した|ある|いる|する|れる|こと|もの|ため|とき|場合)$|https?://"
)
UNIT_NOTE = re.compile(r"[（(]\s*単位[^）)]*[）)]?\s*$")


def goes_on(follower: Line, full_width: int) -> bool:
    """Whether the line goes on with the words of a heading that filled the line above."""
    return (
        not follower.blank
        and find_numbering(follower.text) is None
        and follower.width <= _SHORT * full_width
        and not is_row(follower.text)
        and not is_head_row(follower.text)
        and not UNIT_NOTE.match(follower.text)
        and not follower.text.startswith(("「", "（出典", "※"))
    )


def joined_in_column(lines: Sequence[Line], index: int, text: str, full_width: int) -> str:
    """A heading of a narrow column with its second line, a few letters over full lines of text; "" where
    it has none.

    In larger type and with a hanging indent its first line holds fewer letters than others.
    """
    if not LEAST_WRAPPED <= full_width <= _NARROW or lines[index].width < _MOSTLY_FULL * full_width:
        return ""
    if index + 2 >= len(lines):
        return ""
    second, body = lines[index + 1 : index + 3]
    if second.width > _SHORTER * full_width or body.width < _NEARLY_FULL * full_width:
        return ""
    joined = text + second.text
    return joined if goes_on(second, full_width) and not SENTENCE_END.search(joined) else ""
