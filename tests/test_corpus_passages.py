"""Passages: their length, their borders, their places."""

import random
import re
from dataclasses import replace

import pytest

from corpus import MAX_PASSAGE_CHARACTERS, Passage, locate, split_passages, split_sections
from corpus.normalising import is_kept
from corpus.types import ParsedDocument
from tests.corpus_files import parsed_pages, parsed_text

SENTENCES = [
    "情報資産の管理について定める。",
    "所管課は、毎年度末に台帳を点検し、結果を報告しなければならない。",
    "点検の結果、登録の漏れが見つかったときは、速やかに是正する。",
    "Cloud services を利用する場合は、別に定める基準による。",
    "なお、契約は 令和 6 年度 に見直す（詳細は別表のとおり。）。",
]
SIGNS = "甲乙丙丁戊己庚辛壬癸子丑寅"


def passages_of(parsed: ParsedDocument, target: int = 300) -> tuple[Passage, ...]:
    return split_passages(parsed, split_sections(parsed), target)


def long_text(seed: int, sentences: int) -> str:
    random.seed(seed)
    parts = []
    for number in range(1, sentences + 1):
        if number % 17 == 0:
            parts.append(f"\n\n第{number // 17}章 章の題{number}\n\n")
        elif number % 23 == 0:
            parts.append(
                "\n\n区分\t令和5年度\t令和6年度\n"
                + "\n".join(f"事業{n}\t{n * 100}\t{n * 90}" for n in range(40))
                + "\n\n"
            )
        else:
            parts.append(random.choice(SENTENCES) + random.choice(["", "", "\n"]))
    return "".join(parts)


def check(parsed: ParsedDocument, passages: tuple[Passage, ...]) -> None:
    """What holds for the passages of every document."""
    pages = {page.number: page.text for page in parsed.pages}
    section_of = {
        (span.page, offset): number
        for number, section in enumerate(split_sections(parsed))
        for span in section.spans
        for offset in range(span.start, span.end)
    }
    seen: set[tuple[int, int]] = set()
    for number, passage in enumerate(passages, 1):
        assert passage.id == f"{parsed.document.id[:16]}-{number:05d}"
        assert 0 < len(passage.text) <= MAX_PASSAGE_CHARACTERS
        places = [(span.page, offset) for span in passage.spans for offset in range(span.start, span.end)]
        letters = [place for place in places if is_kept(pages[place[0]][place[1]])]
        own = re.sub(r"\s", "", passage.text)[-len(letters) :]
        assert own == "".join(pages[page][offset] for page, offset in letters)
        assert not seen.intersection(letters), "no letter stands in two passages"
        seen.update(letters)
        assert len({section_of.get(place) for place in letters}) == 1, "no passage crosses a section's border"
        assert all("\n" not in pages[span.page][span.start : span.end] for span in passage.spans)
    assert {place for place in section_of if is_kept(pages[place[0]][place[1]])} <= seen, "nothing is lost"


@pytest.mark.parametrize("seed", range(4))
@pytest.mark.parametrize("target", [120, 300, 700])
def test_what_holds_for_every_document(seed: int, target: int) -> None:
    text = long_text(seed, 120)
    for parsed in (
        parsed_text(text),
        parsed_pages(*(text[at : at + 900] for at in range(0, len(text), 900))),
    ):
        passages = passages_of(parsed, target)
        assert len(passages) > 3
        check(parsed, passages)


def test_a_text_without_any_pause_is_cut_all_the_same() -> None:
    parsed = parsed_text("あ" * 5000)
    passages = passages_of(parsed)
    check(parsed, passages)
    assert len(passages) > 6


@pytest.mark.parametrize("length", [60, 300, 480])
def test_a_single_short_text_stays_whole(length: int) -> None:
    text = (SENTENCES[1] * 20)[: length - 1] + "。"
    assert [passage.text for passage in passages_of(parsed_pages(text))] == [text]


def test_passages_are_near_the_target_and_cut_at_sentence_ends() -> None:
    parsed = parsed_text("".join(SENTENCES * 40))
    passages = passages_of(parsed)
    assert all(150 <= len(passage.text) <= 450 for passage in passages)
    assert all(passage.text.endswith("。") for passage in passages)


def test_a_small_tail_is_merged_with_its_neighbour() -> None:
    parsed = parsed_text("".join(SENTENCES * 10) + "\n以上。")
    assert passages_of(parsed)[-1].text.endswith("\n以上。")
    assert len(passages_of(parsed)[-1].text) > 100


def test_wrapped_lines_are_joined() -> None:
    text = (
        "この計画は、市が保有する情報資産を守るために必要な事項を定め\n"
        "ることにより、市民の権利利益を保護し、行政の安定した運営を図\n"
        "ることを目的とし、あわせて職員が守るべき事項を明らかにするも\n"
        "のである。\n　次に、Cloud services を利用する場合の手続について定め、各所\n"
        "属の責任を明らかにする。\n"
    )
    (passage,) = passages_of(parsed_pages(text))
    assert "必要な事項を定めることにより" in passage.text
    assert "明らかにするものである。\n次に、" in passage.text


def test_a_page_with_two_lines_is_wrapped_as_the_others_are() -> None:
    lines = [
        f"{sign}の資産を取り扱う職員は庁舎の外へ持ち出すときに所属長の許可を受け記録を残す" for sign in SIGNS
    ]
    prose = ["\n".join([*lines[first : first + 4], "終わる。"]) for first in (0, 4, 8)]
    (*_, passage) = passages_of(parsed_pages(*prose, f"{lines[-1]}\nものとする。"))
    assert passage.text.endswith(f"{lines[-1]}ものとする。")


def test_words_of_latin_letters_keep_a_space_between_lines() -> None:
    text = (
        "This guideline defines the duties of every officer of the city\n"
        "office and the way in which information assets shall be handled\n"
        "by all divisions and by contractors who work for the city office\n"
        "on its behalf.\n"
    )
    assert "city office and the way" in passages_of(parsed_pages(text))[0].text


def test_a_passage_that_goes_on_with_a_table_begins_with_its_column_heads() -> None:
    rows = "\n".join(f"事業{number:03d}\t{number * 1000:,}\t{number * 900:,}" for number in range(60))
    passages = passages_of(parsed_text(f"1 一覧\n\n次のとおり。\n\n事業名\t令和5年度\t令和6年度\n{rows}\n"))
    assert len(passages) > 3
    assert all("事業名\t令和5年度\t令和6年度" in passage.text for passage in passages)
    assert sum("事業007" in passage.text for passage in passages) == 1
    assert all(re.search(r"事業\d{3}\t[\d,]+\t[\d,]+$", passage.text) for passage in passages), (
        "rows stay whole"
    )


def test_another_tables_column_heads_are_not_carried_over() -> None:
    first = "\n".join(f"甲{n:02d} {n}00 {n}10 {n}20" for n in range(1, 25))
    second = "\n".join(f"乙{n:02d} {n}00 {n}10 {n}20" for n in range(1, 25))
    text = f"区分 前年度 本年度 比較\n{first}\n項目 単価 数量 金額\n{second}\n"
    for passage in passages_of(parsed_pages(text)):
        if "乙20" in passage.text:
            assert "単価" in passage.text and "前年度" not in passage.text


def test_the_rest_of_a_broken_name_stays_with_its_row() -> None:
    rows = "\n".join(
        f"{n}.居宅介護サ {n},100 {n},000 100 18.負担金 {n},100\nービス給付 助及び交付\n費"
        for n in range(1, 30)
    )
    passages = passages_of(parsed_pages(f"目 本年度 前年度 比較 区分 金額\n{rows}\n"))
    assert len(passages) > 3
    assert all(passage.text.endswith("ービス給付 助及び交付\n費") for passage in passages)


def test_cells_below_each_other_are_one_row() -> None:
    text = (
        "1 内訳\n次のとおり。\n\n\t区分\n\t金額（千円）\n\n\t旅費\n\t782\n\n\t委託料\n\t59,611\n\n"
        "以上である。\n"
    )
    assert "旅費\t782\n委託料\t59,611" in passages_of(parsed_text(text))[0].text


def test_a_footnote_comes_after_the_paragraph_that_it_interrupts() -> None:
    text = (
        "対策の強化を進め、クラウド¹の利用を通じて業務を効率化するととも\n\n"
        "¹ 通信網を介して利用する形態をいう。\n\n"
        "に、職員の負担を減らすこととした。\n"
    )
    (passage,) = passages_of(parsed_text(text))
    assert passage.text == (
        "対策の強化を進め、クラウド¹の利用を通じて業務を効率化するとともに、職員の負担を減らすこととした。\n"
        "¹ 通信網を介して利用する形態をいう。"
    )


def test_a_footnote_with_a_plain_figure_is_known_by_its_call() -> None:
    text = (
        "入札の状況を確かめた。落札率3も、一者のみの場合は平均より高く、競\n争の有無による差が明らかである。このため\n"
        "3 落札率：契約金額を予定価格で除した割合をいう。\n、公告の期間を延ばすよう求めた。\n"
    )
    assert "差が明らかである。このため、公告の期間" in passages_of(parsed_pages(text))[0].text


def test_a_footnote_with_its_figure_on_a_line_of_its_own_leaves_the_sentence_whole() -> None:
    first = (
        "架空計画2、架空指針及びRPA3の利用により、庁内の事務を分けて、異なる守\n"
        "2 架空計画：事務の処理に用いる仕組みを、全国の団体が同じものにする取組をいう。\n"
        "3\n RPA：人がする操作を、手順を覚えさせた仕組みに代わってさせる技術をいう。\n"
    )
    second = "りを施す考え方である。\n"
    texts = [passage.text for passage in passages_of(parsed_pages(first, second))]
    assert any("異なる守りを施す考え方である。" in text for text in texts)


def test_a_passage_ends_with_its_page_where_enough_stands_on_both() -> None:
    page = "".join(SENTENCES[:3]) + "".join(SENTENCES[1:3]) + "\n"
    passages = passages_of(parsed_pages(page, page, labels=["6", "7"]))
    assert [(passage.page_numbers, passage.page_labels) for passage in passages] == [
        ((1,), ("6",)),
        ((2,), ("7",)),
    ]


def test_a_paragraph_over_two_pages_names_both() -> None:
    parsed = parsed_pages("この文は頁の終わりで切れ、", "次の頁へ続いている。", labels=["6", "7"])
    (passage,) = passages_of(parsed)
    assert passage.page_numbers == (1, 2)
    assert passage.page_labels == ("6", "7")


def test_pages_with_nothing_legible_have_no_passages() -> None:
    from dataclasses import replace

    parsed = parsed_pages("読めた頁である。", "èÿßîÕ")
    pages = (parsed.pages[0], replace(parsed.pages[1], read_by="none"))
    assert [passage.page_numbers for passage in passages_of(ParsedDocument(parsed.document, pages))] == [(1,)]


def test_tags_that_stand_as_text_stay_as_text() -> None:
    text = "1 概要\n\n<p>一つ目の<br>文である。</p> <ul> <li>項目</li> </ul>\n"
    assert "<p>一つ目の<br>文である。</p>" in passages_of(parsed_text(text))[0].text


def test_the_target_must_be_reasonable() -> None:
    with pytest.raises(ValueError, match="target is 10; allowed are 50 to 800 characters"):
        split_passages(parsed_text("本文。"), (), target=10)


@pytest.mark.parametrize("seed", range(3))
def test_locate_gives_the_place_of_each_letter(seed: int) -> None:
    parsed = parsed_text(long_text(seed, 60))
    text = parsed.pages[0].text
    for passage in passages_of(parsed):
        repeated = len(re.sub(r"\s", "", passage.text)) - len(
            re.sub(r"\s", "", "".join(text[span.start : span.end] for span in passage.spans))
        )
        seen = 0
        for index, character in enumerate(passage.text):
            spans = locate(passage, parsed.pages, index, index + 1)
            seen += not character.isspace()
            if character.isspace() or seen <= repeated:
                assert spans == ()
            else:
                (span,) = spans
                assert text[span.start : span.end] == character


def test_locate_finds_a_quote_over_lines_and_letter_spacing() -> None:
    parsed = parsed_pages("報 告 第 １ 号\n", "契約は、令和６年度\nに見直す。\n")
    passage = next(one for one in passages_of(parsed) if "見直す" in one.text)
    start = passage.text.index("令和６年度")
    spans = locate(passage, parsed.pages, start, start + len("令和６年度\nに"))
    text = {page.number: page.text for page in parsed.pages}
    assert (
        "".join(text[span.page][span.start : span.end] for span in spans).replace("\n", "") == "令和６年度に"
    )


def test_locate_refuses_other_pages() -> None:
    parsed = parsed_text("本文である。")
    (passage,) = passages_of(parsed)
    with pytest.raises(ValueError, match="was not made from these pages"):
        locate(passage, parsed_text("短い。" * 9).pages, 0, 1)


@pytest.mark.parametrize(
    ("right", "side"),
    [(((0, 40),), "right"), (((30, 40),), "left"), (((8, 40),), None), ((), None)],
)
def test_a_passage_tells_its_side_of_facing_pages(
    right: tuple[tuple[int, int], ...], side: str | None
) -> None:
    parsed = parsed_pages("左の頁の文である。\n続きの文である。\n")
    page = replace(parsed.pages[0], right=right)
    (passage,) = passages_of(replace(parsed, pages=(page,)))
    assert passage.side == side
