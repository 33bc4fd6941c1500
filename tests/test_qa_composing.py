"""From ranked candidates to an answer: its form, its parts, its citations, its notes."""

from dataclasses import replace

import pytest

from corpus.types import Document, Passage
from index.types import Hit
from qa.asking.questions import take_apart
from qa.candidates.evidence import Evidence, covered_terms
from qa.candidates.types import Candidate, Figure
from qa.choosing.ranking import Scored
from qa.writing.composing import Composed, compose
from qa.writing.quoting import QuoteError
from tests.fake_index import FakeIndex, document, passage

EARLY = document("評価_令和4年度.pdf", fiscal_year=2022)
LATE = document("評価_令和5年度.pdf", fiscal_year=2023)


def sentence(held: Document, text: str, quote: str = "", page: int = 1, **fields: object) -> Candidate:
    """A sentence of a passage, all of it where no quote is given."""
    found = replace(passage(held, text, page), **fields)  # type: ignore[arg-type]
    start = text.index(quote or text)
    end = start + len(quote or text)
    evidence = Evidence(Hit(found, held, 1.0, 1), frozenset(), 0.0)
    return Candidate(evidence, start, end, text[start:end], "", "sentence")


def cell(held: Document, row: str, text: str, value: str, year: int | None = None) -> Candidate:
    """A cell of a row, told as `text`."""
    of_row = sentence(held, row)
    return replace(of_row, text=text, form="cell", figure=Figure(value, None, "千円", year))


def composed(question: str, *candidates: Candidate, step: float = 2.0) -> Composed:
    """What is composed of candidates ranked in the order given."""
    asked = take_apart(question)
    ranked = [
        Scored(one, (), covered_terms(asked.terms, one.text), True, 9.0 - step * at)
        for at, one in enumerate(candidates)
    ]
    index = FakeIndex([(one.hit.document, one.hit.passage) for one in candidates])
    return compose(asked, ranked, index)


def test_a_single_answer_is_one_part_with_its_number() -> None:
    given = composed("委託料はいくらか", sentence(EARLY, "委託料は31,240千円である。"))
    assert given.form == "single"
    assert given.text == "委託料は31,240千円である。[1]"
    assert [(part.text, part.citations) for part in given.parts] == [("委託料は31,240千円である。", (1,))]
    assert given.citations[0].quote == "委託料は31,240千円である。"


def test_two_years_are_answered_side_by_side_each_from_its_own_document() -> None:
    given = composed(
        "訓練で開けた割合は令和4年度と令和5年度でどう変わったか",
        sentence(LATE, "訓練で開けた割合は6.1％であった。"),
        sentence(LATE, "訓練で開けた職員は割合として少ない。", page=2),
        sentence(EARLY, "訓練で開けた割合は14.2％であった。"),
    )
    assert given.form == "comparison"
    assert [part.text for part in given.parts] == [
        "訓練で開けた割合は14.2％であった。",
        "訓練で開けた割合は6.1％であった。",
    ]
    assert [citation.hit.document for citation in given.citations] == [EARLY, LATE]
    assert given.notes == ()
    assert "\n" in given.text


def test_cells_of_two_years_in_one_row_share_a_citation() -> None:
    row = "決算額\t70,100\t84,620"
    given = composed(
        "決算額は令和4年度と令和5年度でいくらか",
        cell(LATE, row, "決算額（令和5年度）：84,620千円", "84,620千円", 2023),
        cell(LATE, row, "決算額（令和4年度）：70,100千円", "70,100千円", 2022),
    )
    assert given.text == "決算額（令和4年度）：70,100千円[1]\n決算額（令和5年度）：84,620千円[1]"
    assert [citation.quote for citation in given.citations] == [row]


def test_a_year_that_nothing_answers_for_is_told() -> None:
    given = composed("決算額は令和4年度と令和5年度でいくらか", sentence(LATE, "決算額は84,620千円である。"))
    assert (given.form, given.text) == ("single", "決算額は84,620千円である。[1]")
    assert [(note.kind, note.subject) for note in given.notes] == [("one_year_missing", "令和4年度")]


def test_a_sentence_about_both_years_answers_by_itself() -> None:
    both = "決算額は令和4年度が70,100千円、令和5年度が84,620千円である。"
    given = composed("決算額は令和4年度と令和5年度でいくらか", sentence(LATE, both))
    assert (given.form, given.notes) == ("single", ())


def test_cells_that_answer_equally_well_are_shown_side_by_side() -> None:
    given = composed(
        "旅費はいくらか",
        cell(EARLY, "総務課\t旅費\t120", "総務課・旅費：120千円", "120千円"),
        cell(EARLY, "財政課の\t旅費\t340", "財政課・旅費：340千円", "340千円"),
        step=0.01,
    )
    assert given.form == "candidates"
    assert given.text == "総務課・旅費：120千円[1]\n財政課・旅費：340千円[2]"


@pytest.mark.parametrize(
    ("value", "step"), [("120千円", 0.8), ("340千円", 2.0)], ids=["the same figure", "a worse score"]
)
def test_one_cell_answers_alone_where_the_other_is_no_rival(value: str, step: float) -> None:
    given = composed(
        "旅費はいくらか",
        cell(EARLY, "総務課\t旅費\t120", "総務課・旅費：120千円", "120千円"),
        cell(EARLY, "財政課の\t旅費\t340", "財政課・旅費：340千円", value),
        step=step,
    )
    assert (given.form, len(given.parts)) == ("single", 1)


def test_a_row_is_told_with_the_unit_of_its_cells() -> None:
    row = "トイレ改修工事費\t661\t△20"
    best = sentence(EARLY, row)
    given = composed("トイレの改修はいくらか", best, cell(EARLY, row, "トイレ改修工事費：661千円", "661千円"))
    assert given.text == f"{row}（単位：千円）[1]"
    assert given.citations[0].quote == row


def test_a_list_comes_whole() -> None:
    text = "次のとおりとする。\nア 名簿\nイ 承諾"
    given = composed("項目は何があるか", replace(sentence(EARLY, text), form="list"))
    assert (given.form, given.text) == ("list", f"{text}[1]")


def test_two_persons_asked_for_are_told_each_from_the_own_place() -> None:
    given = composed(
        "議長と書記は誰か",
        sentence(EARLY, "議長\t山野 一郎\t北町"),
        sentence(EARLY, "書記\t立花 佐和子\t南町", page=2),
    )
    assert [part.text[:2] for part in given.parts] == ["議長", "書記"]


def test_two_things_are_told_apart_each_in_its_own_part() -> None:
    given = composed(
        "措置中と検討中の違い",
        sentence(EARLY, "検討中は方法を選んでいるもの。"),
        sentence(EARLY, "措置中は実施の途中にあるもの。", page=2),
    )
    assert given.form == "comparison"
    assert [part.text[:3] for part in given.parts] == ["措置中", "検討中"]


def test_a_second_kind_that_is_asked_for_is_answered_too() -> None:
    given = composed(
        "備品廃棄の件数と総額",
        sentence(EARLY, "備品廃棄の件数は1,408件である。"),
        sentence(EARLY, "備品廃棄の総額は27,650,300円である。", page=3),
        sentence(EARLY, "備品廃棄の議案を提出する。", page=2),
        step=2.5,
    )
    assert [part.citations for part in given.parts] == [(1,), (2,)]
    assert "1,408件" in given.text
    assert "27,650,300円" in given.text


@pytest.mark.parametrize(("step", "parts"), [(0.9, 2), (2.0, 1)])
def test_a_quote_that_may_as_well_answer_stands_beside_the_best(step: float, parts: int) -> None:
    given = composed(
        "貸出しは何冊までか",
        sentence(EARLY, "貸出しは10冊までとする。"),
        sentence(LATE, "貸出しは12冊までとする規則がある。"),
        step=step,
    )
    assert len(given.parts) == len(given.citations) == parts


def test_headings_and_remarks_at_the_edges_are_left_out() -> None:
    text = "（現状）\n登録者は5,214人である。\n次の段階"
    given = composed("登録者は何人か", sentence(EARLY, text))
    assert given.text == "登録者は5,214人である。[1]"
    assert given.citations[0].quote == "登録者は5,214人である。"


def test_items_that_a_sentence_leads_to_stay_with_it() -> None:
    text = "契約には次を明記する。\nア 四時間以内の駆付け\nイ 夜間の連絡先"
    given = composed("契約に明記することは", sentence(EARLY, text))
    assert given.citations[0].quote == text


def test_a_definition_comes_whole_and_begins_with_what_it_defines() -> None:
    definition = "特定通信とは、" + "内部と外部の間で例外として認める、" * 9 + "通信をいう。"
    text = "通信は分ける。" + definition
    given = composed("特定通信とは何か", sentence(EARLY, text, quote=text[:60]))
    assert given.citations[0].quote == definition


def test_a_question_for_the_page_names_the_printed_one_and_the_files() -> None:
    found = sentence(EARLY, "水道の管路を取り替える。", page=12, page_labels=("9",))
    assert (
        composed("水道の管路は何ページか", found).text
        == "9ページ（PDF 12ページ）「水道の管路を取り替える。」[1]"
    )


def test_an_entry_of_the_contents_names_the_page_that_it_leads_to() -> None:
    found = sentence(EARLY, "水道の管路\t37", page=2, page_labels=("1",), headings=("目次",))
    dotted = sentence(EARLY, f"水道の管路{'・' * 140}３７", quote=f"水道の管路{'・' * 100}", page=2)
    for entry in (found, dotted):
        assert composed("水道の管路は何ページか", entry).text == "37ページ「水道の管路」[1]"


def test_a_finding_goes_by_its_heading_with_the_page() -> None:
    under = ("第4章", "【指摘事項5】パスワードの設定")
    heading = sentence(
        EARLY, "【指摘事項5】パスワードの設定\n（現状）", page=12, headings=under, page_labels=("9",)
    )
    said = sentence(EARLY, "文字数は8文字以上に改めるべきである。", page=13, headings=under)
    given = composed("パスワードについての指摘", said, heading)
    assert given.text == (
        "9ページ（PDF 12ページ）「【指摘事項5】パスワードの設定」[1] 文字数は8文字以上に改めるべきである。[2]"
    )


def test_a_quote_that_its_passage_does_not_hold_never_goes_out() -> None:
    held = cell(EARLY, "委託料\t31,240", "委託料：31,240千円", "31,240千円")
    empty = Passage("p", EARLY.id, (), "", ())
    broken = replace(held, evidence=replace(held.evidence, hit=replace(held.hit, passage=empty)))
    with pytest.raises(QuoteError):
        composed("委託料はいくらか", broken)
