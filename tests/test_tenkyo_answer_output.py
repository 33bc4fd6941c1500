"""Answers as the command line writes them: the contract's keys, and what a person reads."""

from index.types import Hit
from qa.types import Answer, AnswerNote, AnswerPart, Citation, Struck
from tenkyo.answer_output import answer_json, answer_text, refusal_json
from tests.fake_application import AUDIT, PASSAGES

HIT = Hit(PASSAGES[0], AUDIT, 0.87, 1)
QUOTE = "規程に定める90日ごとの変更を徹底すべきである。"
CONTRACT = {"id", "question", "answer", "supported", "confidence", "took_ms", "citations"}
MORE = {"form", "parts", "notes", "writer", "nearest"}
WRITTEN = Answer(
    "何日ごとか",
    f"{QUOTE}[1]",
    True,
    0.81,
    (Citation(1, HIT, QUOTE),),
    (HIT,),
    (AnswerPart(QUOTE, (1,)), AnswerPart("100日である。", (1,), Struck("number", "100日"))),
    notes=(AnswerNote("model_struck", "1", "1 sentence was struck out"),),
    writer="a-model",
)
REFUSED = Answer("何を", "この文書群には該当する記載が見つかりません", False, 0.1, (), (HIT,))


def test_an_answer_has_the_contract_s_keys() -> None:
    written = answer_json("a1", WRITTEN, 30.1)
    assert set(written) == CONTRACT | MORE
    (citation,) = written["citations"]
    assert set(citation) == {"number", "quote", "passage"} and citation["quote"] == QUOTE
    assert {
        "score",
        "passage_id",
        "document",
        "headings",
        "pages",
        "page_labels",
        "text",
        "highlights",
    } == set(citation["passage"])
    assert [part["struck"] for part in written["parts"]] == [None, {"kind": "number", "subject": "100日"}]
    assert written["nearest"] == []


def test_a_refusal_tells_the_nearest_passages() -> None:
    written = answer_json(None, REFUSED, 1.0)
    assert not written["supported"] and written["citations"] == []
    assert [hit["passage_id"] for hit in written["nearest"]] == [HIT.passage.id]
    assert "nearest passages:\n  令和5年度包括外部監査結果報告書  [PDF p.12, 13" in answer_text(REFUSED)


def test_a_question_that_could_not_be_asked_has_the_same_keys() -> None:
    assert set(refusal_json("a1", "")) == CONTRACT | MORE


def test_a_person_reads_what_was_struck_out_and_why() -> None:
    text = answer_text(WRITTEN)
    assert text.startswith(f"{QUOTE}[1]\n\nstruck out (number 100日): 100日である。")
    assert "note: 1 sentence was struck out" in text
    assert "[1] 令和5年度包括外部監査結果報告書  [PDF p.12, 13; printed p.8, 9]\n    「規程" in text
    assert "\x1b[9m100日である。\x1b[0m" in answer_text(WRITTEN, colour=True)
