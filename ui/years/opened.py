"""The change that is open: both pages side by side with its place boxed, and a way to the next one."""

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

import streamlit as st

from corpus.types import Document, Span
from qa.comparing.types import Change, FigureChange, Place, RowOnly
from tenkyo.errors import TenkyoError
from ui.frame import show_error, show_note, told
from ui.marking import marked
from ui.pictures import PIXELS_PER_POINT, show_drawing
from ui.places import file_pages, printed_pages
from ui.words import words
from ui.years.address import Chosen, choose
from ui.years.changes_view import change_label

if TYPE_CHECKING:
    from tenkyo.application import Application

# What stands above may still come and push the place down: it is looked for again until the reader moves.
_SCROLL = """<script>
/* {number} */
(() => {
  const moved = new AbortController();
  const stop = {signal: moved.signal, once: true, passive: true};
  for (const kind of ["wheel", "touchstart", "keydown", "pointerdown"])
    window.addEventListener(kind, () => moved.abort(), stop);
  const go = () => moved.signal.aborted
    || document.getElementById("t-opened")?.scrollIntoView({block: "start", behavior: "instant"});
  for (const wait of [0, 300, 1000, 2000]) setTimeout(go, wait);
  setTimeout(() => moved.abort(), 2500);
  if (document.activeElement === document.body) {
    const next = document.querySelector(".st-key-years-next button:not(:disabled)");
    (next ?? document.querySelector(".st-key-years-close button"))?.focus({preventScroll: true});
  }
})();
</script>"""

Spans = tuple[tuple[int, int, int], ...]


def show_opened(
    application: "Application",
    documents: tuple[Document, Document],
    change: Change,
    shown: Sequence[Change],
    chosen: Chosen,
) -> None:
    """Shows where a change stands in both documents; `shown` are all on the screen, in order."""
    at = next(place for place, one in enumerate(shown) if one.number == change.number)
    with st.container(border=True, key="years-opened"):
        title = words().years.opened.format(place=at + 1, count=len(shown))
        with st.container(horizontal=True, vertical_alignment="center", key="years-turn"):
            st.html(
                f'<section id="t-opened" aria-label="{marked(title)}"><h3 class="t-opened-title">'
                f"{marked(title)}<small>{marked(change_label(change))}</small></h3></section>",
                width="stretch",
            )
            _show_turning(shown, at, chosen)
        for column, document, place in zip(st.columns(2), documents, places(change), strict=True):
            with column:
                _show_side(application, document, place, change.number)
        st.html(_SCROLL.replace("{number}", str(change.number)), unsafe_allow_javascript=True)


def places(change: Change) -> tuple[Place | None, Place | None]:
    """Where a change stands in the document before and in the one after."""
    if isinstance(change, RowOnly):
        return (change.place, None) if change.side == "before" else (None, change.place)
    if isinstance(change, FigureChange):
        before, after = change.before, change.after
        return before.place if before else None, after.place if after else None
    return change.before_place, change.after_place


def _show_turning(shown: Sequence[Change], at: int, chosen: Chosen) -> None:
    def go(to: int) -> None:
        choose(replace(chosen, opened=shown[to].number if 0 <= to < len(shown) else 0))

    st.button(
        words().years.previous,
        key="years-previous",
        icon=":material/chevron_left:",
        disabled=at == 0,
        on_click=go,
        args=(at - 1,),
    )
    st.button(
        words().years.next,
        key="years-next",
        icon=":material/chevron_right:",
        icon_position="right",
        disabled=at == len(shown) - 1,
        on_click=go,
        args=(at + 1,),
    )
    st.button(words().years.close, key="years-close", icon=":material/close:", on_click=go, args=(-1,))


def _show_side(application: "Application", document: Document, place: Place | None, number: int) -> None:
    title = f'<span class="t-side">{marked(document.title)}</span>'
    if place is None or place.page is None:
        st.html(f"<p>{title}</p>")
        show_note(words().years.not_here if place is None else words().years.no_place)
        return
    page = application.index.page(document.id, place.page)
    printed = printed_pages([page.label] if page and page.label else [])
    pages = marked(file_pages(document, [place.page]))
    st.html(f'<p class="t-where">{title}<span>{pages} ／ {marked(printed)}</span></p>')
    if not application.draws(document.id):
        show_note(words().years.no_picture)
        return
    try:
        with st.spinner(words().hits.drawing_page):
            picture = _picture(application, document.id, place.page, _plain(place.box), _plain(place.marks))
    except TenkyoError as error:
        show_error(told(error))
        return
    show_drawing(picture, words().hits.page_alt.format(title=document.title, number=place.page))


def _plain(spans: Sequence[Span]) -> Spans:
    return tuple((span.page, span.start, span.end) for span in spans)


@st.cache_data(max_entries=100, show_spinner=False)
def _picture(_application: "Application", document_id: str, page: int, box: Spans, marks: Spans) -> bytes:
    spans, highlights = ([Span(*one) for one in side] for side in (box, marks))
    return _application.place_image(document_id, page, spans, highlights, PIXELS_PER_POINT)
