"""What was understood of a query, as pills above the hits: a click takes a part back or brings it in."""

from collections.abc import Callable

import streamlit as st

from index.understanding.understood import QueryNote, QueryPart, Understood
from ui.address import ask, asked_now
from ui.frame import show_note
from ui.marking import plain_label
from ui.places import fiscal_year
from ui.words import words

MOST_SHOWN = 3
"""How many other words of one part are named."""


def show_understood(understand: Callable[[], Understood]) -> None:
    """The parts, those taken back too, and what was malformed; nothing for a query that is searched as it
    stands or cannot be searched."""
    try:
        understood = understand()
    except ValueError:
        return
    for note in understood.notes:
        show_note(note_sentence(note))
    parts = {part.key: part for part in (*understood.parts, *understood.taken_back)}
    if not parts:
        return
    key = "understood"
    st.session_state[key] = [part.key for part in understood.parts]
    st.pills(
        words().asking.understood,
        list(parts),
        selection_mode="multi",
        key=key,
        format_func=lambda name: plain_label(part_label(parts[name])),
        on_change=_chosen,
        args=(tuple(parts), key),
        help=words().asking.understood_help,
    )


def part_label(part: QueryPart) -> str:
    """A part in words: 除外：パスワード, BCP＝業務継続計画・事業継続計画."""
    if part.kind in ("phrase", "exclude"):
        return words().asking.part_kinds[part.kind].format(meaning=part.meaning[0])
    if part.kind == "filter":
        return (
            words()
            .asking.part_kinds["filter"]
            .format(meaning=_joined([_value(value) for value in part.meaning]))
        )
    return words().asking.part_kinds[part.kind].format(surface=part.surface, meaning=_joined(part.meaning))


def note_sentence(note: QueryNote) -> str:
    """What was malformed, in the language on the screen."""
    return words().asking.query_notes[note.kind].format(surface=note.surface)


def _value(value: str) -> str:
    return fiscal_year(int(value)) if value.isdecimal() and len(value) == 4 else value


def _joined(meaning: list[str] | tuple[str, ...]) -> str:
    more = words().asking.and_more if len(meaning) > MOST_SHOWN else ""
    return words().places.page_list.join(meaning[:MOST_SHOWN]) + more


def _chosen(keys: tuple[str, ...], key: str) -> None:
    kept = set(st.session_state[key])
    without = tuple(name for name in keys if name not in kept)
    ask(asked_now().anew(without=without))
