"""What went wrong in an evaluation: questions without a right hit near the top, wrong answers."""

from typing import TYPE_CHECKING
from urllib.parse import urlencode

import streamlit as st

from ui.evaluation.tables import kind_words
from ui.frame import show_note
from ui.links import show_link
from ui.marking import marked, plain_label
from ui.places import page_ranges
from ui.words import words

if TYPE_CHECKING:
    from tenkyo.reports.types import AboveIt, KeptMiss, KeptReport, WrongAnswer

AT_ONCE = 10
"""How many are shown, and how many more on request."""


def show_misses(report: "KeptReport") -> None:
    """The queries whose right passage came late or not at all, those without any first."""
    said = words().evaluation
    if not report.runs:
        return
    st.html(f'<h2 class="t-h2">{marked(said.misses.format(count=report.miss_count))}</h2>')
    if not report.misses:
        show_note(said.misses_none)
        return
    shown = _shown("misses-shown", len(report.misses))
    if shown < report.miss_count:
        show_note(said.misses_shown.format(shown=shown))
    for miss in report.misses[:shown]:
        with st.expander(plain_label(miss.query)):
            st.html(_miss_html(miss))
            show_link("search", urlencode({"q": miss.query}), said.search_this, icon=":material/search:")
    _show_more("misses-shown", shown, len(report.misses))


def show_wrong_answers(report: "KeptReport") -> None:
    """The questions answered or refused wrongly, the surest first."""
    said, answers = words().evaluation, report.answers
    if answers is None:
        return
    st.html(f'<h2 class="t-h2">{marked(said.wrong_answers.format(count=answers.wrong_count))}</h2>')
    if not answers.wrong:
        show_note(said.wrong_none)
        return
    shown = _shown("wrong-shown", len(answers.wrong))
    for wrong in answers.wrong[:shown]:
        with st.expander(plain_label(wrong.query)):
            st.html(_wrong_html(wrong))
            show_link("ask", urlencode({"q": wrong.query}), said.ask_this, icon=":material/help:")
    _show_more("wrong-shown", shown, len(answers.wrong))


def _miss_html(miss: "KeptMiss") -> str:
    said = words().evaluation
    rank = said.rank.format(rank=miss.rank) if miss.rank else said.rank_none
    if miss.error:
        rank = said.not_searchable.format(reason=miss.error)
    return (
        '<article class="t-fault">'
        f'<p class="t-note">{marked(kind_words(miss.kind))} · {marked(rank)}</p>'
        f"{_list(said.right_place, miss.places)}"
        f"{_list(said.found_above, [_above_words(above) for above in miss.above])}</article>"
    )


def _above_words(above: "AboveIt") -> str:
    said = words().evaluation
    pages = said.pages.format(pages=page_ranges([str(page) for page in above.pages])) if above.pages else ""
    return said.above.format(rank=above.rank, document=above.document, pages=pages, text=above.opening)


def _wrong_html(wrong: "WrongAnswer") -> str:
    said = words().evaluation
    fault = said.faults[wrong.fault]
    confidence = f"{said.confidence} {wrong.confidence:.2f}"
    return (
        '<article class="t-fault">'
        f'<p class="t-note">{marked(kind_words(wrong.kind))} · {marked(fault)} · {marked(confidence)}</p>'
        f'<p class="t-text">{marked(wrong.answer)}</p>'
        f"{_list(said.accepted, wrong.accepted)}{_list(said.right_place, wrong.places)}</article>"
    )


def _list(title: str, entries: "list[str] | tuple[str, ...]") -> str:
    if not entries:
        return ""
    items = "".join(f"<li>{marked(entry)}</li>" for entry in entries)
    return f'<p class="t-list">{marked(title)}</p><ul class="t-note">{items}</ul>'


def _shown(key: str, most: int) -> int:
    return min(int(st.session_state.get(key, AT_ONCE)), most)


def _show_more(key: str, shown: int, most: int) -> None:
    if shown < most:
        more = words().evaluation.more_queries.format(count=most - shown)
        st.button(more, key=f"more-{key}", on_click=_more, args=(key, shown), width="stretch")


def _more(key: str, shown: int) -> None:
    st.session_state[key] = shown + AT_ONCE
