"""質問: a question in, an answer with its citations out, or a plain refusal."""

from typing import TYPE_CHECKING

import streamlit as st

from qa.types import Answer
from ui.address import Asked
from ui.ask.answer_view import answer_html, draft_html
from ui.asking import begin
from ui.cards import citation_card, hit_card, show_cards
from ui.filters import choose_filters
from ui.frame import show_empty_library, show_error, working
from ui.query_box import Box
from ui.refusals import refusal
from ui.words import words

if TYPE_CHECKING:
    from tenkyo.application import Application

WRITTEN = "written-answer"
"""Where the session keeps what the language model wrote last, so that a page opened does not ask it again."""


def show_ask_page() -> None:
    """The page, from the question to the passages that answer it."""
    begun = begin(words().app.ask, words().ask.ask_lead, _box())
    if begun is None:
        return
    application, asked = begun.application, begun.asked
    choose_filters(application.index.facets())
    answer = _answer(application, asked)
    if answer is None or (not answer.hits and show_empty_library(application)):
        return
    answer = _written(application, asked, answer)
    if answer.supported:
        st.html(f'<h2 class="t-h2">{words().ask.citations_title}</h2>')
        show_cards(application, [citation_card(application, citation) for citation in answer.citations])
    elif answer.hits:
        st.html(f'<h2 class="t-h2">{words().ask.nearest_title}</h2>')
        show_cards(application, [hit_card(application, hit) for hit in answer.hits], open_first=False)


def _answer(application: "Application", asked: Asked) -> Answer | None:
    """The answer, None where the question cannot be searched (and the page says why)."""
    try:
        with working(words().ask.answering):
            return application.answer(asked.query, asked.filters, asked.without)
    except ValueError:
        show_error(refusal(asked.query))
        return None


def _written(application: "Application", asked: Asked, answer: Answer) -> Answer:
    """The answer as it is shown: where a language model is set up, that writes it before the reader's eyes,
    once for each question."""
    place = st.empty()
    if application.writes and answer.supported:
        kept: tuple[Asked, Answer] | None = st.session_state.get(WRITTEN)
        if kept is None or kept[0] != asked:
            with working(words().ask.writing):
                written = application.write(answer, lambda text: place.html(draft_html(text)))
            kept = (asked, written)
            st.session_state[WRITTEN] = kept
        answer = kept[1]
    place.html(answer_html(answer))
    return answer


def _box() -> Box:
    return Box(
        "ask",
        words().ask.question_label,
        words().ask.question_placeholder,
        words().ask.ask_button,
        words().ask.questions,
    )
