"""Passages of tables: rows stay whole and say what they are of."""

from corpus.splitting import split_document
from corpus.types import ParsedDocument
from tests.table_files import Merged, document_with
from tests.test_corpus_passages import check


def texts_of(parsed: ParsedDocument) -> list[str]:
    split = split_document(parsed)
    check(parsed, split.passages)
    return [passage.text for passage in split.passages]


def test_a_passage_of_rows_says_their_title_unit_and_heads() -> None:
    rows = [[f"架空事業{n}", f"{n}00", f"{n}10", "△10"] for n in range(1, 60)]
    heads = ["事業名", "本年度", "前年度", "比較"]
    texts = texts_of(
        document_with(["表１　架空事業の額", "（単位：千円）", [heads, *rows]], fiscal_year=2026)
    )
    assert len(texts) > 3
    for text in texts:
        assert all(word in text for word in ("表１ 架空事業の額", "千円", "本年度", "前年度", "比較"))
    assert sum("架空事業37\t3700\t3710\t△10" in text for text in texts) == 1


def test_a_table_without_heads_of_its_own_says_those_of_the_one_it_goes_on_with() -> None:
    heads = [Merged("目", 1), "本年度", "前年度", "比較"]
    parsed = document_with(
        [
            "款 1. 総務費 項 1. 架空費 （単位：千円）",
            [heads, ["1.甲", "20", "10", "10"]],
            "款 1. 総務費 項 2. 別費",
            [["1.認知症総合支援費", "30", "10", "20"]],
        ]
    )
    text = next(text for text in texts_of(parsed) if "認知症" in text)
    assert all(word in text for word in ("本年度", "前年度", "比較", "千円", "総務費"))


def test_a_passage_within_a_group_says_what_its_first_row_stands_under() -> None:
    rows = [["3.民生費" if n == 0 else "", f"{n}.架空の扶助費", f"{n},000", f"{n},100"] for n in range(40)]
    texts = texts_of(document_with([[["款", "項", "令和3年度", "令和4年度"], *rows]]))
    assert len(texts) > 2
    assert all("3.民生費" in text for text in texts)


def test_a_row_longer_than_a_passage_is_cut_between_cells_and_each_part_says_whose_it_is() -> None:
    heads = ["事業名", *(f"観点{n}" for n in range(30))]
    row = ["架空の事業", *(f"観点{n}についての評価を述べた長い文である" for n in range(30))]
    texts = texts_of(document_with([[heads, row, ["別の事業", *("短い" for _ in range(30))]]]))
    parts = [text for text in texts if "評価を述べた" in text]
    assert len(parts) > 1
    assert all("架空の事業" in text for text in parts)
    assert "観点25 " in parts[-1].split("\n")[1] + " "


def test_lines_of_an_uncertain_table_stay_line_for_line() -> None:
    table = [["一つ目の長い行であるが表の中にあり", ""], ["二つ目の長い行であるが表の中にある", ""]]
    (text,) = texts_of(document_with([table], certain=False))
    assert text.split("\n") == ["一つ目の長い行であるが表の中にあり", "二つ目の長い行であるが表の中にある"]
