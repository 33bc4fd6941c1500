"""A hit as a card: the passage with its marks, where it stands, its page, and what can be done with it."""

import mimetypes
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

import streamlit as st

from index.types import Hit
from qa.types import Citation
from ui.address import OpenPage, ask, asked_now
from ui.marking import marked
from ui.page_view import show_page
from ui.places import citation_text, fiscal_year, ocr_words, passage_pages, quoted_page
from ui.words import words

if TYPE_CHECKING:
    from tenkyo.application import Application

Usual = tuple[OpenPage, ...]


@dataclass(frozen=True, slots=True)
class Card:
    """A hit on the screen: its name in the address, its number, what is cited of it, the page to open.

    `page` is None for a format whose pages cannot be drawn; `ocr` says that the passage was read by OCR.
    """

    name: str
    number: int
    hit: Hit
    page: int | None
    quote: str | None = None
    ocr: str = ""


def hit_card(application: "Application", hit: Hit) -> Card:
    """The card of a hit, numbered by its rank and named by its passage."""
    pages = application.passage_pages(hit.passage)
    page = next((page.number for page in pages), None) if application.draws(hit.document.id) else None
    return Card(hit.passage.id, hit.rank, hit, page, ocr=ocr_words(pages))


def citation_card(application: "Application", citation: Citation) -> Card:
    """The card of a citation, numbered and named as in the answer; it opens the page that holds the quote."""
    hit = citation.hit
    pages = application.passage_pages(hit.passage)
    drawn = application.draws(hit.document.id)
    page = quoted_page(hit.passage, pages, citation.quote) if drawn else None
    return Card(str(citation.number), citation.number, hit, page, citation.quote, ocr_words(pages))


def show_cards(application: "Application", cards: Sequence[Card], *, open_first: bool = True) -> None:
    """Shows the cards; with `open_first`, the first has its page open until the user opens or closes one."""
    usual = tuple(OpenPage(card.name, card.page) for card in cards[:1] if card.page and open_first)
    for card in cards:
        show_card(application, card, usual)


@st.fragment
def show_card(application: "Application", card: Card, usual: Usual) -> None:
    """Shows one card. A fragment: opening or turning its page draws this card anew and nothing else."""
    page = asked_now().page_of(card.name, usual) if card.page else None
    with st.container(border=True, key=f"card-{card.name}"):
        text, picture = st.columns([11, 9], gap="medium") if page else (st.container(), None)
        with text:
            st.html(card_text(card))
            _show_actions(application, card, page, usual)
        if page and picture is not None:
            with picture:
                show_page(
                    application,
                    card.hit.document,
                    page,
                    card.hit.passage,
                    card.quote,
                    key=f"page-{card.name}",
                    turn=lambda turned: _turn(card, turned, usual),
                )
        _show_siblings(application, card, usual)


def _show_siblings(application: "Application", card: Card, usual: Usual) -> None:
    """The cards of those that say the same, closed until the user opens them or a page of theirs."""
    if not card.hit.siblings:
        return
    cards = [replace(hit_card(application, hit), number=card.number) for hit in card.hit.siblings]
    opened = any(asked_now().page_of(sibling.name, usual) for sibling in cards)
    with st.expander(words().hits.siblings.format(count=len(cards)), expanded=opened):
        for sibling in cards:
            show_card(application, sibling, usual)


def card_text(card: Card) -> str:
    """The card's text as HTML, everything that comes from the document escaped."""
    document, passage = card.hit.document, card.hit.passage
    known = [document.kind, document.issuer, fiscal_year(document.fiscal_year)]
    facts = " · ".join(marked(fact) for fact in known if fact)
    trail = "".join(f"<li>{marked(heading)}</li>" for heading in passage.headings)
    return (
        '<article class="t-hit">'
        f'<h3><span class="t-number">{card.number}</span> {marked(document.title)}</h3>'
        f'<p class="t-facts">{facts}</p>'
        + (f'<ol class="t-trail">{trail}</ol>' if trail else "")
        + f'<p class="t-pages"><span>{marked(passage_pages(document, passage))}</span>'
        + (f'<span class="t-ocr">{marked(card.ocr)}</span>' if card.ocr else "")
        + f'<span class="t-score">{words().hits.score.format(score=card.hit.score)}</span></p>'
        f'<p class="t-text">{marked(passage.text, _highlights(card))}</p>'
        "</article>"
    )


def _highlights(card: Card) -> tuple[tuple[int, int], ...]:
    """The quote where there is one, else the words that were matched."""
    start = card.hit.passage.text.find(card.quote) if card.quote else -1
    if card.quote is None or start < 0:
        return card.hit.highlights
    return ((start, start + len(card.quote)),)


def _show_actions(application: "Application", card: Card, page: int | None, usual: Usual) -> None:
    document, passage = card.hit.document, card.hit.passage
    with st.container(horizontal=True, gap="small", vertical_alignment="center", key=f"do-{card.name}"):
        if card.page:
            st.button(
                words().hits.close_page if page else words().hits.open_page,
                key=f"open-{card.name}",
                icon=":material/close:" if page else ":material/article:",
                on_click=_turn,
                args=(card, None if page else card.page, usual),
            )
        else:
            st.html(f'<p class="t-note">{words().hits.no_picture}</p>', width="content")
        with st.popover(words().hits.cite, icon=":material/format_quote:", key=f"cite-{card.name}"):
            st.html(f'<p class="t-note">{words().hits.cite_note}</p>')
            text = citation_text(document, passage, card.quote or passage.text)
            st.code(text, language=None, wrap_lines=True)
        _show_original(application, card)


def _show_original(application: "Application", card: Card) -> None:
    document = card.hit.document
    original = application.index.original(document.id)
    if original is None:
        st.html(f'<p class="t-note">{words().hits.no_original}</p>', width="content")
        return
    st.download_button(
        words().hits.original,
        data=original.read_bytes,
        file_name=PurePosixPath(document.path).name,
        mime=mimetypes.guess_type(document.path)[0] or "application/octet-stream",
        key=f"original-{card.name}",
        icon=":material/download:",
        on_click="ignore",
    )


def _turn(card: Card, page: int | None, usual: Usual) -> None:
    ask(asked_now().showing(card.name, page, usual))
