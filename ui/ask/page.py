"""質問: a question in, an answer with its citations out, or a plain refusal."""

from typing import TYPE_CHECKING

import streamlit as st

from qa.types import Answer
from tenkyo.packs.asking import answer_outcome
from tenkyo.packs.types import Request
from ui.address import Asked
from ui.ask.answer_view import answer_html, draft_html, note_words
from ui.ask.follow_up import show_follow_up
from ui.asking import begin
from ui.card_text import Card
from ui.cards import Extra, citation_card, hit_card, show_cards
from ui.filters import choose_filters
from ui.frame import show_empty_library, show_error, working
from ui.judging import show_judging, show_nothing_answers
from ui.marking import marked
from ui.packs.offer import offer_pack
from ui.person import remember
from ui.personal_saving import show_save
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
        _show_citations(application, asked, answer)
    else:
        _show_nearest(application, asked, answer)
    show_follow_up(application, asked, answer)
    with begun.aside:
        _keep(application, asked, answer)


def _show_citations(application: "Application", asked: Asked, answer: Answer) -> None:
    st.html(f'<h2 class="t-h2">{marked(words().ask.citations_title)}</h2>')
    cards = (citation_card(application, citation) for citation in answer.citations)
    show_cards(application, cards, extra=_judging(application, asked))


def _show_nearest(application: "Application", asked: Asked, answer: Answer) -> None:
    if answer.hits:
        st.html(f'<h2 class="t-h2">{marked(words().ask.nearest_title)}</h2>')
        cards = (hit_card(application, hit) for hit in answer.hits)
        show_cards(application, cards, open_first=False, extra=_judging(application, asked))
    show_nothing_answers(application, asked.query)


def _judging(application: "Application", asked: Asked) -> Extra:
    """What lets a passage be judged for the question."""

    def judge(card: Card) -> None:
        show_judging(application, card.hit, asked.query, page="ask", quote=card.quote)

    return judge


def _keep(application: "Application", asked: Asked, answer: Answer) -> None:
    """Lets the history know of the question; offers to save it and to take the answer out."""
    shown = [citation.hit for citation in answer.citations] if answer.supported else answer.hits
    known = [hit.passage.id for hit in shown]
    remember(application, "ask", asked.query, found=len(answer.hits), supported=answer.supported, known=known)
    show_save(application, "ask", asked.query, shown)
    request = Request("answer", asked.query, asked.filters, asked.without, application.settings.top_k)
    outcome = answer_outcome(answer, lambda given: tuple(map(note_words, given.notes)))
    offer_pack(application, request, outcome, key="ask")


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
        if kept is None or kept[0] != asked.anew():
            with working(words().ask.writing):
                written = application.write(answer, lambda text: place.html(draft_html(text)))
            kept = (asked.anew(), written)
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
