"""Running heads and feet are kept out of the body; what only looks like them stays."""

from dataclasses import replace

from corpus import split_passages, split_sections
from corpus.types import ParsedDocument
from tests.corpus_files import parsed_pages

WORDS = ("予算", "契約", "台帳", "研修", "監査", "訓練")


def body(parsed: ParsedDocument) -> str:
    return "\n".join(passage.text for passage in split_passages(parsed, split_sections(parsed)))


def test_heads_feet_and_numbers_are_kept_out() -> None:
    texts = [f"第１章　総論\n{word}の話である。\n― {at} ― 介護保険\n" for at, word in enumerate(WORDS, 1)]
    parsed = parsed_pages(*texts, labels=[str(at) for at in range(1, 7)])
    found = body(parsed)
    assert all(f"{word}の話である。" in found for word in WORDS)
    assert "介護保険" not in found
    assert "総論" not in found


def test_odd_and_even_pages_have_heads_of_their_own() -> None:
    texts = [
        f"{'第１部　変革' if at % 2 else '第２章　取組'}\n{word}の話である。\n"
        for at, word in enumerate(WORDS)
    ]
    found = body(parsed_pages(*texts))
    assert "変革" not in found and "取組" not in found
    assert "監査の話である。" in found


def test_heads_that_differ_in_figures_alone_are_one() -> None:
    texts = [f"報告書　第{at}版　{at}頁\n{word}の話である。" for at, word in enumerate(WORDS, 1)]
    assert "報告書" not in body(parsed_pages(*texts))


def test_column_heads_that_come_on_each_page_stay() -> None:
    texts = [f"目 本年度 前年度 比較\n{at} {word}費 100{at} 90{at} 100" for at, word in enumerate(WORDS, 1)]
    assert "本年度 前年度" in body(parsed_pages(*texts))


def test_the_heading_of_a_budgets_table_stays() -> None:
    texts = [
        f"款 2. 総務費 項 1. 総務管理費 （単位：千円）\n{at}.{word}費 10{at} 9{at} 10"
        for at, word in enumerate(WORDS, 1)
    ]
    parsed = parsed_pages(*texts)
    assert {section.headings for section in split_sections(parsed)} == {
        ("款 2. 総務費", "項 1. 総務管理費"),
    }


def test_amounts_that_come_again_and_again_stay() -> None:
    texts = [f"{word}の内訳は次のとおり。\n1,000 1,000" for word in WORDS]
    assert body(parsed_pages(*texts)).count("1,000 1,000") == len(WORDS)


def test_a_line_on_two_pages_is_no_running_head() -> None:
    texts = ["概要\n一つ目の話である。", "概要\n二つ目の話である。", "別の題\n三つ目の話である。"]
    assert "概要" in body(parsed_pages(*texts))


def test_a_heading_that_its_running_head_repeats_stays_once() -> None:
    texts = [f"第２章　取組\n第２章　取組\n{WORDS[0]}の話である。"]
    texts += [f"第２章　取組\n{word}の話である。" for word in WORDS[1:]]
    parsed = parsed_pages(*texts)
    assert body(parsed).count("第２章 取組") == 1
    assert split_sections(parsed)[0].headings == ("第２章 取組",)


def test_a_plain_text_has_no_running_heads() -> None:
    from tests.corpus_files import parsed_text

    assert body(parsed_text("同じ行\n" * 5)).count("同じ行") == 5


def test_running_heads_that_ocr_misread_are_kept_out() -> None:
    heads = ["監査の結果報告書", "監査の結栗報告書", "監査の結果報告畫", "監査の桔果報告書"]
    texts = [
        f"{head}\n{word}の話である。\n続きの文である。" for head, word in zip(heads, WORDS, strict=False)
    ]
    parsed = parsed_pages(*texts)
    read = tuple(replace(page, read_by="ocr", confidence=0.9) for page in parsed.pages)
    assert "報告" not in body(replace(parsed, pages=read))
    assert "報告" in body(parsed), "in a page's own text other words are other words"


def test_letter_spaced_running_heads_are_kept_out() -> None:
    texts = [
        f"{'監 査 報 告 書' if at % 2 else '監査報告書'}\n{word}の話である。" for at, word in enumerate(WORDS)
    ]
    assert "監査報告書" not in body(parsed_pages(*texts))


def test_the_heading_of_a_table_that_goes_on_over_pages_stays_once() -> None:
    texts = [f"{at}．{word}の状況\n{word}の話である。" for at, word in enumerate(WORDS[:4], 1)]
    texts += [f"５．主な事業の一覧\n{word}の事業がある。" for word in WORDS[:3]]
    parsed = parsed_pages(*texts, "６．まとめ\n以上の話である。")
    assert body(parsed).count("主な事業の一覧") == 1
    assert [section.headings for section in split_sections(parsed)][4:] == [
        ("５．主な事業の一覧",),
        ("６．まとめ",),
    ]


def test_foot_and_number_in_cells_of_one_line_are_kept_out() -> None:
    texts = [f"{word}の話である。\n― {at} ―\t介護保険" for at, word in enumerate(WORDS, 1)]
    assert "介護保険" not in body(parsed_pages(*texts, labels=[str(at) for at in range(1, 7)]))


def test_heads_and_feet_of_facing_pages_are_kept_out() -> None:
    texts = [
        f"施設の案内\n{word}の話である。\n左の頁\n財務部\n施設の案内\n{word}の続きの話である。\n右の頁\n財務部"
        for word in WORDS
    ]
    parsed = parsed_pages(*texts)
    pages = tuple(
        replace(page, right=((page.text.index("財務部") + 4, len(page.text)),)) for page in parsed.pages
    )
    found = body(replace(parsed, pages=pages))
    assert "財務部" not in found and "施設の案内" not in found
    assert all(f"{word}の続きの話である。" in found for word in WORDS)
