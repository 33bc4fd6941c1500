"""Answers over a tiny index: what is quoted, what is cited, and when there is none."""

import pytest

from corpus.types import Document, Passage
from index.types import Hit
from qa.answering import answer
from qa.choosing.refusal import NOT_FOUND
from qa.types import Citation
from qa.writing.quoting import QuoteError, check_quotes
from tests.fake_index import FakeIndex, document, passage

AUDIT = document("北野県_令和2年度_監査報告書.pdf", issuer="北野県", fiscal_year=2020)
BUDGET = document("南川市_令和3年度_予算書.pdf", issuer="南川市", fiscal_year=2021)
HELD: list[tuple[Document, Passage]] = [
    (
        AUDIT,
        passage(
            AUDIT,
            "利用者の識別番号は人ごとに付与されていなかった。パスワードの文字数は8文字以上に改めるべきである。"
            "なお、退職者の識別番号が3件残っていた。",
            page=12,
            headings=("第4章 個別の結果", "【指摘事項5】パスワードの設定"),
            labels=("9",),
        ),
    ),
    (AUDIT, passage(AUDIT, "監査人は公認会計士の山野一郎である。補助者は2名である。", page=3, labels=("1",))),
    (
        BUDGET,
        passage(BUDGET, "区分\t金額（千円）\n防災無線保守委託料\t4,320\n旅費\t782\n合計\t5,102", page=7),
    ),
    (BUDGET, passage(BUDGET, "庁舎の照明を取り替える工事は令和3年9月に始まる。", page=8)),
]
INDEX = FakeIndex(HELD)
QUESTIONS = [
    "パスワードの文字数は何文字以上か",
    "退職者の識別番号は何件残っていたか",
    "監査人は誰か",
    "防災無線保守委託料はいくらか",
    "庁舎の照明を取り替える工事はいつ始まるか",
    "パスワードについての指摘事項は何ページか",
    "令和3年度 南川市 旅費",
]


@pytest.mark.parametrize("question", QUESTIONS)
def test_every_quote_is_word_for_word_and_numbered_from_one(question: str) -> None:
    given = answer(question, INDEX)
    assert given.supported
    assert [citation.number for citation in given.citations] == list(range(1, len(given.citations) + 1))
    for citation in given.citations:
        assert citation.quote in citation.hit.passage.text
        assert f"[{citation.number}]" in given.text and citation.quote in given.text
    assert 0.0 <= given.confidence <= 1.0


@pytest.mark.parametrize(
    ("question", "held"),
    [
        ("パスワードの文字数は何文字以上か", "8文字以上"),
        ("退職者の識別番号は何件残っていたか", "3件"),
        ("監査人は誰か", "山野一郎"),
        ("防災無線保守委託料はいくらか", "4,320"),
        ("庁舎の照明を取り替える工事はいつ始まるか", "令和3年9月"),
    ],
)
def test_the_sentence_or_row_that_answers_is_quoted_first(question: str, held: str) -> None:
    assert held in answer(question, INDEX).citations[0].quote


def test_a_question_for_the_page_is_answered_with_the_printed_page() -> None:
    text = answer("パスワードについての指摘事項は何ページか", INDEX).text
    assert text.startswith("9ページ（PDF 12ページ）「")


def test_a_file_with_no_printed_pages_is_told_by_its_own() -> None:
    assert answer("防災無線保守委託料は何ページか", INDEX).text.startswith("PDF 7ページ「")


@pytest.mark.parametrize(
    "question",
    [
        "北野県の令和4年度の監査人は誰か",
        "令和4年度 パスワードの文字数",
        "東山市のパスワードの文字数は何文字以上か",
        "宇宙港の滑走路の延長は何メートルか",
        "監査人の趣味の釣り大会の順位は",
    ],
)
def test_another_year_another_office_and_uncovered_words_are_refused(question: str) -> None:
    given = answer(question, INDEX)
    assert not given.supported
    assert given.text == NOT_FOUND
    assert given.citations == ()
    assert given.confidence < 0.5


def test_a_refusal_still_shows_the_nearest_passages() -> None:
    assert answer("北野県の令和4年度の監査人は誰か", INDEX).hits


@pytest.mark.parametrize("year", ["令和2年度", "R2", "2020年度", "令和２年度"])
def test_every_form_of_the_right_year_is_answered(year: str) -> None:
    assert answer(f"{year} 退職者の識別番号は何件残っていたか", INDEX).supported


def test_confidence_falls_as_less_of_the_question_is_covered() -> None:
    sure = answer("退職者の識別番号は何件残っていたか", INDEX).confidence
    less = answer("退職者の識別番号と通勤手当は何件残っていたか", INDEX).confidence
    none = answer("宇宙港の滑走路の延長は何メートルか", INDEX).confidence
    assert sure > less > none


def test_nothing_found_is_a_refusal_and_an_empty_question_is_an_error() -> None:
    given = answer("ヨガ", FakeIndex([]))
    assert (given.supported, given.confidence, given.hits) == (False, 0.0, ())
    with pytest.raises(ValueError, match="empty"):
        answer("  ", INDEX)


def test_a_quote_that_is_not_in_its_passage_never_goes_out() -> None:
    hit = Hit(HELD[0][1], AUDIT, 1.0, 1)
    with pytest.raises(QuoteError, match="citation 1"):
        check_quotes([Citation(1, hit, "書かれていない文")])
    with pytest.raises(QuoteError):
        check_quotes([Citation(1, hit, "")])
