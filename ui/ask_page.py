"""質問: a question in, an answer with its citations out, or a plain refusal."""

from typing import TYPE_CHECKING

import streamlit as st

from qa.types import Answer
from ui.address import Asked
from ui.cards import citation_card, hit_card, show_cards
from ui.filters import choose_filters, show_active_filters
from ui.frame import opened_application, show_empty_library, show_error, show_title, working
from ui.marking import cited, marked
from ui.query_box import Box, ask_in
from ui.refusals import refusal
from ui.understood import show_understood
from ui.words import WORDS

if TYPE_CHECKING:
    from tenkyo.assembly import Application

BOX = Box("ask", WORDS.question_label, WORDS.question_placeholder, WORDS.ask_button, WORDS.questions)


def show_ask_page() -> None:
    """The page, from the question to the passages that answer it."""
    show_title(WORDS.ask, WORDS.ask_lead)
    asked = ask_in(BOX)
    application = opened_application()
    choose_filters(application.index.facets())
    if asked is None:
        show_empty_library(application)
        return
    show_active_filters(asked.filters)
    show_understood(lambda: application.index.understand(asked.query, asked.without))
    answer = _answer(application, asked)
    if answer is None or (not answer.hits and show_empty_library(application)):
        return
    st.html(answer_text(answer))
    if answer.supported:
        st.html(f'<h2 class="t-h2">{WORDS.citations_title}</h2>')
        show_cards(application, [citation_card(application, citation) for citation in answer.citations])
    elif answer.hits:
        st.html(f'<h2 class="t-h2">{WORDS.nearest_title}</h2>')
        show_cards(application, [hit_card(application, hit) for hit in answer.hits], open_first=False)


def _answer(application: "Application", asked: Asked) -> Answer | None:
    """The answer, None where the question cannot be searched (and the page says why)."""
    try:
        with working(WORDS.answering):
            return application.answer(asked.query, asked.filters, asked.without)
    except ValueError:
        show_error(refusal(asked.query))
        return None


def answer_text(answer: Answer) -> str:
    """The answer as HTML, all of its text escaped, its confidence as a quiet meter."""
    title = WORDS.answer_title if answer.supported else WORDS.refusal_title
    numbers = [citation.number for citation in answer.citations]
    return (
        f'<section class="t-answer{"" if answer.supported else " t-refusal"}" role="status">'
        f"<h2>{title}</h2>"
        f'<p class="t-text">{cited(answer.text, numbers)}</p>'
        f"{meter(WORDS.confidence, answer.confidence)}"
        "</section>"
    )


def meter(name: str, value: float) -> str:
    """A quiet meter of a value from 0 to 1, as HTML."""
    shown = max(0.0, min(1.0, value))
    return (
        f'<p class="t-confidence"><span>{marked(name)}</span>'
        f'<span class="t-meter" role="meter" aria-label="{marked(name)}" aria-valuemin="0" aria-valuemax="1" '
        f'aria-valuenow="{shown:.2f}"><i style="width: {shown:.0%}"></i></span>'
        f"<span>{shown:.2f}</span></p>"
    )
