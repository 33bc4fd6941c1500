"""持ち出す: what a page found as a Word or Excel file, made when it is asked for."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import streamlit as st

from tenkyo.packs.types import Outcome, Request
from ui.frame import show_note, working
from ui.marking import plain_label
from ui.words import words

if TYPE_CHECKING:
    from tenkyo.application import Application
    from tenkyo.packs.files import PackFile, PackForm

MADE = "packs-made"
"""Where the session keeps the files made lately, the newest first."""
MOST_MADE = 8


@dataclass(frozen=True, slots=True)
class Made:
    """A file that was made in this session, of what, and its number among them."""

    number: int
    request: Request
    form: "PackForm"
    file: "PackFile"


def offer_pack(
    application: "Application", request: Request, outcome: Outcome | Callable[[], Outcome], key: str
) -> None:
    """Shows the button under which a page's hits, answer or comparison can be taken out as a file.

    `key` sets it apart from others on the page. Nothing is made until one of the forms is chosen, an outcome
    that takes its time (a function) neither.
    """
    if isinstance(outcome, Outcome) and not outcome.found and outcome.answer is None:
        return
    with st.popover(words().packs.offer, icon=":material/file_save:", key=f"pack-{key}"):
        _show_forms(application, request, outcome, key)


@st.fragment
def _show_forms(
    application: "Application", request: Request, outcome: Outcome | Callable[[], Outcome], key: str
) -> None:
    show_note(words().packs.offer_lead)
    forms: tuple[PackForm, ...] = ("word", "excel")
    chosen: PackForm | None = None
    with st.container(horizontal=True, gap="small"):
        for form in forms:
            if st.button(words().packs.forms[form], key=f"pack-{form}-{key}"):
                chosen = form
    if chosen:
        _make(application, request, outcome if isinstance(outcome, Outcome) else outcome(), chosen)
    for made in made_lately():
        if made.request == request:
            show_save(made, f"{key}-{made.number}")


def _make(application: "Application", request: Request, outcome: Outcome, form: "PackForm") -> None:
    # Imported here because it brings the office libraries: the page shows itself before they are loaded.
    from tenkyo.packs.files import make_file

    bar = st.progress(0.0, words().packs.making)

    def told(done: int, total: int) -> None:
        text = words().packs.making_passage.format(done=done, total=total)
        bar.progress(done / total if total else 1.0, text)

    with working(words().packs.making):
        file = make_file(application, request, outcome, form, datetime.now(UTC), told)
    bar.empty()
    keep(Made(0, request, form, file))


def keep(made: Made) -> None:
    """Keeps a file for this session; one of the same form and request takes the place of the one before."""
    before = [one for one in made_lately() if (one.request, one.form) != (made.request, made.form)]
    number = max((one.number for one in made_lately()), default=0) + 1
    st.session_state[MADE] = [replace(made, number=number), *before][:MOST_MADE]


def made_lately() -> list[Made]:
    """The files made in this session, the newest first."""
    kept: list[Made] = st.session_state.get(MADE, [])
    return kept


def show_save(made: Made, key: str) -> None:
    """The button that saves a file."""
    file = made.file
    st.download_button(
        words().packs.save.format(
            form=words().packs.form_names[made.form], size=max(len(file.data) / 1_000_000, 0.1)
        ),
        data=file.data,
        file_name=file.name,
        mime=file.media_type,
        key=f"save-{key}",
        icon=":material/download:",
        type="primary",
        help=plain_label(file.name),
        on_click="ignore",
    )
