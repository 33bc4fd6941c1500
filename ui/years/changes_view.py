"""Changes in, their HTML out: texts with what was struck out and put in, figures and rows as tables.

Nothing here is told by colour alone: what was removed is struck through, what was added underlined, and both
are named in words that are read out.
"""

from collections.abc import Sequence
from dataclasses import replace

from qa.comparing.types import Change, FigureChange, Piece, RowOnly, TextChange
from ui.marking import marked
from ui.tables import framed
from ui.words import words
from ui.years.address import Chosen, link_to
from ui.years.figure_words import column_words, difference_words, figure_words, rate_words


def texts_html(texts: Sequence[TextChange], chosen: Chosen) -> str:
    """Changed sentences and cells, one an item of a list."""
    items = (
        f'<li{_here(text, chosen)}><div class="t-change-text">{_trail(text.label)}{pieces_html(text.pieces)}'
        f"{_state(text)}</div>{_open(text, chosen)}</li>"
        for text in texts
    )
    return f'<ul class="t-changes">{"".join(items)}</ul>'


def pieces_html(pieces: Sequence[Piece]) -> str:
    """A text with what only one document has marked out."""
    return "".join(_piece(piece) for piece in pieces)


def figures_html(
    figures: Sequence[FigureChange], heads: tuple[str, str], headings: Sequence[str], chosen: Chosen
) -> str:
    """Figures then and now as a table; `heads` name the two documents, `headings` what the table is under:
    they are not said again of each row."""
    told = words().years
    names = (told.row, told.column, *heads, told.difference, told.rate, told.page)
    body = "".join(_figure_row(figure, names, headings, chosen) for figure in figures)
    return framed(f"{told.figures} {' › '.join(headings)}".strip(), names, body, "t-figure-table")


def rows_html(rows: Sequence[RowOnly], chosen: Chosen) -> str:
    """Rows that one document alone has, each with its cells."""
    items = (
        f'<li{_here(row, chosen)}><div class="t-change-text">{_trail(row.labels)}{_cells(row)}'
        f"{_ambiguous(row)}</div>{_open(row, chosen)}</li>"
        for row in rows
    )
    return f'<ul class="t-changes">{"".join(items)}</ul>'


def change_label(change: Change) -> str:
    """What a change is of, in one line."""
    if isinstance(change, TextChange):
        return " › ".join(change.label) or (change.after or change.before or "")[:40]
    if isinstance(change, FigureChange):
        return " › ".join((*change.labels_after, column_words(change)))
    return " › ".join(change.labels)


def own_labels(labels: Sequence[str], headings: Sequence[str]) -> Sequence[str]:
    """A row's labels without the outer ones that its headings say already."""
    said = ["".join(heading.split()) for heading in headings]
    outer = [label for label in labels[:-1] if not any("".join(label.split()) in one for one in said)]
    return (*outer, *labels[-1:])


def _piece(piece: Piece) -> str:
    text = marked(piece.text)
    if piece.kind == "removed":
        return f'<del><span class="t-aloud">{marked(words().years.removed)}</span>{text}</del>'
    if piece.kind == "added":
        return f'<ins><span class="t-aloud">{marked(words().years.added)}</span>{text}</ins>'
    return text


def _state(text: TextChange) -> str:
    told = words().years
    said = told.formal if text.formal else "" if text.changed else told.unchanged
    return f'<span class="t-state">{marked(said)}</span>' if said else ""


def _figure_row(figure: FigureChange, names: Sequence[str], headings: Sequence[str], chosen: Chosen) -> str:
    cells = (
        column_words(figure),
        figure_words(figure.before),
        figure_words(figure.after),
        difference_words(figure),
        rate_words(figure),
    )
    told = "".join(
        f'<td data-head="{marked(name)}"{_class(place)}>{marked(cell)}</td>'
        for place, (name, cell) in enumerate(zip(names[1:], cells, strict=False))
    )
    return (
        f'<tr{_here(figure, chosen)}><th scope="row">{_trail(own_labels(figure.labels_after, headings))}'
        f"{_notes(figure)}</th>{told}<td>{_open(figure, chosen)}</td></tr>"
    )


def _class(place: int) -> str:
    return ' class="t-amount"' if place else ""


def _notes(figure: FigureChange) -> str:
    told = words().years
    notes = [told.notes[note] for note in figure.notes]
    if "like_label" in figure.notes:
        notes.append(figure.labels[-1])
    notes += [told.aside] if figure.aside else []
    notes += [] if figure.changed else [told.unchanged]
    return f'<span class="t-state">{marked("・".join(notes))}</span>' if notes else ""


def _cells(row: RowOnly) -> str:
    tag = "del" if row.side == "before" else "ins"
    word = words().years.removed if row.side == "before" else words().years.added
    said = "／".join(f"{head} {text}".strip() for head, text in row.cells if text)
    return f'<{tag}><span class="t-aloud">{marked(word)}</span>{marked(said)}</{tag}>'


def _ambiguous(row: RowOnly) -> str:
    return f'<span class="t-state">{marked(words().years.ambiguous)}</span>' if row.ambiguous else ""


def _trail(labels: Sequence[str]) -> str:
    """The outer names faint, the last one as what it is of."""
    if not labels:
        return ""
    outer = "".join(f'<span class="t-outer">{marked(label)} › </span>' for label in labels[:-1])
    return f'<span class="t-of">{outer}<b>{marked(labels[-1])}</b></span> '


def _open(change: Change, chosen: Chosen) -> str:
    label = words().years.open_label.format(number=change.number)
    address = link_to(replace(chosen, opened=change.number))
    named = f'aria-label="{marked(label)}"'
    return f'<a class="t-goto" href="{marked(address)}" {named}>{marked(words().years.page)}</a>'


def _here(change: Change, chosen: Chosen) -> str:
    return ' class="t-open" aria-current="true"' if change.number == chosen.opened else ""
