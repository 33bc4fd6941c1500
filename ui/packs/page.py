"""持ち出し: files made lately, a file asked again, sheets of questions, and what is kept for oneself."""

import streamlit as st

from ui.file_box import style_box
from ui.frame import opened_application, show_note, show_title
from ui.marking import marked
from ui.packs.offer import made_lately, show_save
from ui.packs.replay_view import show_replay
from ui.packs.sheets_view import show_sheets
from ui.personal import show_personal
from ui.words import words


def show_packs_page() -> None:
    """The page, from what was made to what is kept."""
    show_title(words().app.packs, words().packs.lead)
    style_box()
    application = opened_application()
    _show_made()
    show_replay(application)
    show_sheets(application)
    show_personal(application)


def _show_made() -> None:
    st.html(f'<h2 class="t-h2">{words().packs.made_title}</h2>')
    if not made_lately():
        show_note(words().packs.made_none)
    for made in made_lately():
        record = made.file.record
        told = words().packs.made_row.format(
            kind=words().packs.kinds[record.request.kind],
            text=record.request.text,
            count=len(record.passages),
            time=f"{record.time:%Y-%m-%d %H:%M}",
        )
        st.html(f'<p class="t-note">{marked(told)}</p>')
        show_save(made, f"made-{made.number}")
