"""Texts in, tables and lists of facts as HTML out, everything in them escaped."""

from collections.abc import Mapping, Sequence

from ui.marking import marked


def table(title: str, heads: Sequence[str], rows: Sequence[Sequence[str]], *, named: bool = False) -> str:
    """A table of texts. `named` rows begin with what they are of."""
    return framed(title, heads, "".join(_row(row, named) for row in rows))


def framed(title: str, heads: Sequence[str], body: str, look: str = "t-table") -> str:
    """A table whose rows are HTML already, in a box that scrolls and can be reached by the keyboard."""
    head = "".join(f'<th scope="col">{marked(each)}</th>' for each in heads)
    return (
        f'<div class="{look}" tabindex="0" role="region" aria-label="{marked(title)}">'
        f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table></div>"
    )


def facts(known: Mapping[str, str], look: str = "t-figures") -> str:
    """A list of names with their values."""
    items = "".join(
        f"<div><dt>{marked(name)}</dt><dd>{marked(value)}</dd></div>" for name, value in known.items()
    )
    return f'<dl class="{look}">{items}</dl>'


def _row(row: Sequence[str], named: bool) -> str:
    names, cells = (row[:1], row[1:]) if named else ((), row)
    name = "".join(f'<th scope="row">{marked(cell)}</th>' for cell in names)
    return f"<tr>{name}{''.join(f'<td>{marked(cell)}</td>' for cell in cells)}</tr>"
