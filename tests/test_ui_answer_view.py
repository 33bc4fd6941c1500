"""What the screen shows of an answer: text as text, what was struck out, notes, and every kind in words."""

import re
from typing import get_args

import pytest

from index.types import Hit
from qa.types import Answer, AnswerForm, AnswerNote, AnswerPart, Citation, NoteKind, Struck, StruckKind
from qa.writing.language_model.types import FaultKind
from tests.fake_application import AUDIT, HOSTILE, PASSAGES
from ui.ask.answer_view import answer_html, note_words, part_html

HIT = Hit(PASSAGES[0], AUDIT, 0.9, 1)


def answer(parts: tuple[AnswerPart, ...], form: AnswerForm = "single", **more: object) -> Answer:
    text = "".join(part.text for part in parts if part.struck is None)
    return Answer("問い", text, True, 0.8, (Citation(1, HIT, "12名"),), (HIT,), parts, form, **more)  # type: ignore[arg-type]


@pytest.mark.parametrize("kind", sorted({*get_args(NoteKind)} - {"model_failed"}))
def test_every_kind_of_note_is_told_in_japanese(kind: NoteKind) -> None:
    words = note_words(AnswerNote(kind, "令和4年度", "note"))
    assert not words.isascii() and "{" not in words


@pytest.mark.parametrize("fault", get_args(FaultKind))
def test_every_fault_of_a_model_is_told_in_japanese(fault: FaultKind) -> None:
    words = note_words(AnswerNote("model_failed", fault, "note"))
    assert fault not in words and not words.isascii()


@pytest.mark.parametrize("kind", get_args(StruckKind))
def test_what_is_struck_out_stays_to_be_seen_with_its_reason(kind: StruckKind) -> None:
    html = part_html(AnswerPart("作り話である。", (1,), Struck(kind, "999円")))
    assert "<del>作り話である。</del>" in html and "t-struck" in html and "<sup>" not in html
    assert "{" not in html


def test_a_part_shows_the_numbers_of_its_citations() -> None:
    html = part_html(AnswerPart("12名である。", (1, 2)))
    assert re.sub("<[^>]+>", "", html) == "12名である。12"
    assert re.findall(r'<sup><button type="button" [^>]*data-card="(\d)"', html) == ["1", "2"]


def test_nothing_a_model_or_a_document_says_is_markup() -> None:
    struck = AnswerPart(HOSTILE, (1,), Struck("number", HOSTILE))
    noted = AnswerNote("other_year", HOSTILE, "note")
    html = answer_html(answer((AnswerPart(HOSTILE, (1,)), struck), notes=(noted,), writer=HOSTILE))
    assert "<script" not in html and "<img" not in html and "&lt;script&gt;" in html


@pytest.mark.parametrize(("form", "items"), [("single", 0), ("comparison", 2), ("candidates", 2)])
def test_years_and_candidates_stand_side_by_side(form: AnswerForm, items: int) -> None:
    html = answer_html(answer((AnswerPart("令和4年度：1円", (1,)), AnswerPart("令和5年度：2円", (1,))), form))
    assert html.count("<li>") == items
    assert "令和4年度：1円" in html and "令和5年度：2円" in html
