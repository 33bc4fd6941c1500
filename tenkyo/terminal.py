"""Text for a terminal: names of files without signs that would steer it, columns that stand in line."""

import unicodedata
from collections.abc import Sequence

from rich.cells import cell_len


def one_line(text: str) -> str:
    """The text with each sign that moves the cursor or steers the terminal shown as U+FFFD."""
    return "".join(
        "\ufffd" if unicodedata.category(sign) in ("Cc", "Cf", "Zl", "Zp") else sign for sign in text
    )


def columns(rows: Sequence[Sequence[str]], *, left: int = 1) -> list[str]:
    """The rows as lines with their columns in line, wide characters counted as two; the first `left` columns
    begin in line, the others end in line."""
    widths = [max(map(cell_len, column)) for column in zip(*rows, strict=True)]
    return ["  ".join(_padded(cell, width, at < left) for at, (cell, width) in
                      enumerate(zip(row, widths, strict=True))).rstrip() for row in rows]  # fmt: skip


def _padded(cell: str, width: int, left: bool) -> str:
    space = " " * (width - cell_len(cell))
    return cell + space if left else space + cell
