"""Text to read and text to match: letter-spacing, noise, places kept."""

import pytest

from corpus import Page, fold
from corpus.mapped_text import inserted, joined, mapped
from corpus.normalising import is_kept, readable


def read(text: str) -> str:
    return readable(mapped(Page(1, None, text, "text"))).text


@pytest.mark.parametrize(
    ("spaced", "closed"),
    [
        ("報 告 第 1 号", "報告第1号"),
        ("議 案 第 ２ ３ 号", "議案第２３号"),
        ("Ｉ Ｔ 調 達", "ＩＴ調達"),
        ("県の I C T 利活用", "県の ICT 利活用"),
        ("I C T - B C P", "ICT-BCP"),
        ("総額に 1 , 1 9 2 , 8 9 3 千 円 を追加", "総額に 1,192,893 千円 を追加"),
        ("総 額 に 1 , 1 9 2 千 円 を 追 加 す る", "総額に1,192千円を追加する"),
        ("第　２　表　　　繰 越 明 許 費", "第２表 繰越明許費"),
        ("歳　　入　　合　　計", "歳入合計"),
        ("１．特　別　職", "１．特別職"),
        ("目 次", "目次"),
    ],
)
def test_letter_spaced_text_is_closed_up(spaced: str, closed: str) -> None:
    assert read(spaced) == closed


@pytest.mark.parametrize(
    "text",
    [
        "計 0 0 0 円",
        "1.総務手数料 1 1 0 1.総務手数料 1",
        "北海道 １３，０００円 ２，４００円",
        "令和５年度 令和６年度",
        "A 3時間以内 庁内ネットワーク",
        "合計 12 34 56",
    ],
)
def test_cells_and_figures_are_never_run_together(text: str) -> None:
    assert read(text) == text


def test_noise_is_dropped() -> None:
    assert read("情\ufffe報\u00adセ\u200bキュ\ufeffリティ") == "情報セキュリティ"


def test_radicals_become_the_ordinary_character_and_other_letters_stay_as_they_are() -> None:
    assert read("⼀般会計 ①㈱ＡＢ") == "一般会計 ①㈱ＡＢ"


def test_a_tab_stays_for_it_parts_cells() -> None:
    assert read("No. \t 件名\t頁") == "No.\t件名\t頁"


@pytest.mark.parametrize(
    "text",
    ["報 告 第 1 号", "　１．特　別　職 （単位：千円）", "a\ufffeb  c", "⼀ ⼆ 三", "計 １，０００ 円\r\n"],
)
def test_each_letter_knows_where_it_came_from(text: str) -> None:
    line = readable(mapped(Page(4, None, text, "text")))
    assert len(line.text) == len(line.pages) == len(line.offsets)
    letters = [(c, o) for c, o in zip(line.text, line.offsets, strict=True) if not c.isspace()]
    assert [offset for _, offset in letters] == [at for at, c in enumerate(text) if is_kept(c)]
    assert all(fold(shown) == fold(text[offset]) for shown, offset in letters)
    assert set(line.pages) <= {4}


def test_joined_texts_keep_their_places_and_give_spans() -> None:
    first, second = mapped(Page(1, None, "abcdef", "text")), mapped(Page(2, None, "xyz", "text"))
    text = joined([first.part(1, 3), inserted(" "), second], "|")
    assert text.text == "bc| |xyz"
    assert [(span.page, span.start, span.end) for span in text.spans()] == [(1, 1, 3), (2, 0, 3)]


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Ｉ Ｔ ガバナンス", "itガバナンス"),
        ("ＬＧＷＡＮ接続系", "lgwan接続系"),
        ("平成 26 年 3 月", "平成26年3月"),
        ("地方自治法第 252 条の 37", "地方自治法第252条の37"),
        ("①　ﾃﾞｼﾞﾀﾙ　化", "1デジタル 化"),
        ("三層の対策 パスワード", "三層の対策 パスワード"),
        ("報 告 第 1 号", "報告第1号"),
        ("１，１９２千円", "1,192千円"),
        ("cloud  Services", "cloud services"),
        ("", ""),
    ],
)
def test_fold(text: str, folded: str) -> None:
    assert fold(text) == folded


@pytest.mark.parametrize(
    "text", ["Ａ　Ｂ　Ｃ 1", "㈱ Ⅳ 章", "ß ſ ﬁ", "第 １ 条 Ｉ Ｔ", "1 , 2 3 4 千 円", "İı"]
)
def test_folding_twice_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)
