"""How each page of a document was read: a strip with one cell a page, and the pages to check."""

from collections.abc import Sequence
from typing import Literal

import streamlit as st

from corpus.types import Page
from ui.library.address import turn_to
from ui.library.tables import show_heading, show_part
from ui.marking import marked, plain_label
from ui.places import page_ranges
from ui.reasons import reason_text
from ui.words import words

How = Literal["text", "ocr", "doubtful", "blank", "waiting", "none"]

WAITS = "it waits for OCR"
"""How the reason of a page begins that OCR is still to read."""

SIGNS: dict[How, str] = {"text": "", "ocr": "", "doubtful": "?", "blank": "", "waiting": "…", "none": "×"}
"""What stands in a cell, so that no colour alone tells anything."""

MOST_BUTTONS = 24
"""The most pages to check for which there is a button each."""


def show_strip(pages: Sequence[Page]) -> None:
    """The strip, its legend with the pages of each kind, and a way to each page that is to be checked."""
    if not pages:
        return
    show_heading(words().library.strip_title)
    st.html(strip_html(pages))
    check = [page for page in pages if how_read(page) in ("doubtful", "waiting", "none")]
    if not check:
        return
    show_part(words().library.doubtful_pages)
    with st.container(horizontal=True, gap="small", key="pages-to-check"):
        for page in check[:MOST_BUTTONS]:
            st.button(
                plain_label(page_words(page)),
                key=f"check-{page.number}",
                on_click=turn_to,
                args=(page.number,),
            )


def how_read(page: Page) -> How:
    """How a page was read, and whether that is to be checked."""
    if page.read_by == "none":
        return "waiting" if (page.reason or "").startswith(WAITS) else "none"
    return "doubtful" if page.reason else page.read_by


def page_words(page: Page) -> str:
    """3頁：OCR待ち, with the reason where there is one."""
    told = words().library
    how = reason_text(page.reason) if page.reason else _names()[how_read(page)]
    if page.read_by == "ocr" and page.confidence is not None:
        how = f"{how}（{told.strip_confidence.format(confidence=page.confidence)}）"
    return told.strip_page.format(page=page.number, how=how)


def strip_html(pages: Sequence[Page]) -> str:
    """The strip as HTML; a reader of the screen hears the legend."""
    cells = "".join(
        f'<i class="t-{how_read(page)}" title="{marked(page_words(page))}">{SIGNS[how_read(page)]}</i>'
        for page in pages
    )
    by_way: dict[How, list[str]] = {}
    for page in pages:
        by_way.setdefault(how_read(page), []).append(str(page.number))
    legend = "".join(
        f'<li><i class="t-{how}" aria-hidden="true">{SIGNS[how]}</i>'
        f"{marked(f'{name} {page_ranges(by_way[how])}')}</li>"
        for how, name in _names().items()
        if how in by_way
    )
    return f'<div class="t-strip" aria-hidden="true">{cells}</div><ul class="t-legend">{legend}</ul>'


def _names() -> dict[How, str]:
    told = words().library
    return {
        "text": told.strip_text,
        "ocr": told.strip_ocr,
        "doubtful": told.strip_doubtful,
        "blank": told.strip_blank,
        "waiting": told.strip_waiting,
        "none": told.strip_none,
    }
