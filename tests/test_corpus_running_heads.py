"""Running heads and feet are kept out of the body; what only looks like them stays."""

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
