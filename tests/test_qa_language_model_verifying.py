"""What a language model writes: only what stands in the cited passages is left."""

import random
from itertools import product

import pytest

from index.types import Hit
from qa.writing.language_model.sentences import read_sentences
from qa.writing.language_model.types import GivenPassage
from qa.writing.language_model.verifying import verify_sentence
from tests.fake_index import passage
from tests.model_answers import AUDIT, GIVEN


def judge(text: str) -> str | None:
    """Why the one sentence of a text is struck out, None where it stands."""
    [sentence] = read_sentences(text)
    struck = verify_sentence(sentence, GIVEN)
    return struck.kind if struck else None


@pytest.mark.parametrize(
    "text",
    [
        "情報政策課は、令和4年11月3日に訓練を実施した[1]。",
        "訓練は令和4年11月3日に実施した。[1]",
        "訓練は2022年11月3日に実施した[1]。",
        "訓練はR4.11.3に実施した［１］。",
        "訓練を実施したのは情報政策課である【1】。",
        "参加した職員は１２８人であった[1]。",
        "避難所の鍵は点検されていない[1]。",
        "避難所の鍵は未点検であった[1]。",
        "指定管理者は「利用者の声を毎月集める」としている[1]。",
        "委託料の決算額は31,240千円である[2]。",
        "委託料の決算額は3,124万円である[2]。",
        "委託料の決算額は31,240,000円である[2]。",
        "2022年度の委託料は31,240千円である[2]。",
        "保存期間は、条例第12条第2項の規定により5年とする[3]。",
        "**訓練**は令和4年11月3日に実施した[資料1]。",
    ],
)
def test_what_stands_in_the_cited_passage_is_left(text: str) -> None:
    assert judge(text) is None


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("訓練は令和4年11月3日に実施した。", "no_citation"),
        ("訓練は令和4年11月3日に実施した[9]。", "unknown_citation"),
        ("訓練は令和4年11月3日に実施した[1][9]。", "unknown_citation"),
        ("訓練は令和4年11月3日に実施[1]", "unfinished"),
        ("訓練は令和4年11月3日に実施した[2]。", "number"),
        ("訓練は令和3年11月3日に実施した[1]。", "number"),
        ("訓練は令和4年11月4日に実施した[1]。", "number"),
        ("訓練は令和4年3月11日に実施した[1]。", "number"),
        ("訓練は平成34年11月3日に実施した[1]。", None),
        ("参加した職員は129人であった[1]。", "number"),
        ("参加した職員は128件であった[1]。", "number"),
        ("参加した職員は百二十九人であった[1]。", "number"),
        ("参加した職員は百二十八人であった[1]。", None),
        ("参加した職員は28人であった[1]。", "number"),
        ("参加した職員は-128人であった[1]。", "number"),
        ("委託料は31,240円である[2]。", "number"),
        ("委託料は31,240万円である[2]。", "number"),
        ("委託料は約3,100万円である[2]。", "number"),
        ("委託料は5,000千円である[2]。", "elsewhere"),
        ("委託料は5,000千円、工事請負費は31,240千円である[2]。", "elsewhere"),
        ("訓練を実施し、委託料は31,240千円である[1][2]。", "elsewhere"),
        ("委託料は31,240千円、工事請負費は5,000千円である[2]。", "elsewhere"),
        ("訓練は十一月三日に実施した[1]。", None),
        ("訓練は三月十一日に実施した[1]。", "number"),
        ("情報政策課長が訓練を実施した[1]。", "name"),
        ("水沢県は訓練を実施した[1]。", "name"),
        ("東沢市は訓練を実施した[1]。", "name"),
        ("避難課は訓練を実施した[1]。", "name"),
        ("訓練は成功した[1]。", "name"),
        ("訓練はVPNで実施した[1]。", "name"),
        ("訓練の詳細は<a href='http://evil.example/'>こちら</a>[1]。", "name"),
        ("訓練は実施しなかった[1]。", "denial"),
        ("訓練は実施していない[1]。", "denial"),
        ("避難所の鍵は点検されていた[1]。", "denial"),
        ("避難所の鍵は点検された[1]。", "denial"),
        ("指定管理者は「利用者の声を毎週集める」としている[1]。", "quote"),
        ('指定管理者は"職員の鍵を毎月集める"としている[1]。', "quote"),
        ("保存期間は、条例第2条第12項の規定により5年とする[3]。", "number"),
        ("はい[1]。", "fragment"),
        ("ある[1]。", "fragment"),
        ("情報政策課です[1]。", "fragment"),
        ("128人である[1]。", "fragment"),
        ("決算額は5,000千円である[2]。", "elsewhere"),
        ("訓練を実施すべきである[1]。", "denial"),
        ("訓練を実施しなければならない[1]。", "denial"),
        ("訓練を実施したか[1]。", "denial"),
        ("訓練を実施したかもしれない[1]。", "name"),
        ("訓練を実施した" + "、訓練を実施した" * 50 + "[1]。", "too_long"),
        ("訓練を実施した[1]" + "、訓練を実施した" * 50 + "。", "too_long"),
    ],
)
def test_what_does_not_stand_there_is_struck_out(text: str, kind: str | None) -> None:
    assert judge(text) == kind


@pytest.mark.parametrize(
    ("document", "claim", "stands"),
    [
        ("訓練を実施する予定である。", "訓練を実施した[1]。", False),
        ("訓練を実施する予定である。", "訓練を実施する予定である[1]。", True),
        ("訓練の実施を検討する。", "訓練を実施する[1]。", False),
        ("区分\t氏名\n監査人\t芦名透\n補助者\t立花佐和子", "監査人は立花佐和子である[1]。", False),
        ("区分\t氏名\n監査人\t芦名透\n補助者\t立花佐和子", "補助者は立花佐和子である[1]。", True),
        ("区分\t氏名\n監査人\t芦名透\n補助者\t立花佐和子", "補助者の氏名は立花佐和子である[1]。", True),
        ("区分\t氏名\n監査人\t芦名透\n補助者\t立花佐和子", "補助者は芦名透である[1]。", False),
        ("土木課のみが点検した。", "土木課が点検した[1]。", False),
        ("土木課のみが点検した。", "土木課のみが点検した[1]。", True),
        ("訓練を中止した。", "訓練を中止した[1]。", True),
        ("点検を実施されたい。", "点検を実施した[1]。", False),
        ("点検を実施されたい。", "点検を実施されたい[1]。", True),
        ("結果を報告しなければならない。", "結果を報告した[1]。", False),
        ("結果を報告しなければならない。", "結果を報告しなければならない[1]。", True),
        ("訓練は5年間行われていない。", "訓練は行われた[1]。", False),
        ("訓練は5年間行われていない。", "訓練は行われていない[1]。", True),
        ("課題はない。", "課題がある[1]。", False),
        ("課題がある。", "課題はない[1]。", False),
        ("該当する者はいなかった。", "該当する者がいた[1]。", False),
        ("参加者は男性80人、女性48人である。", "女性の参加者は80人である[1]。", False),
        ("参加者は男性80人、女性48人である。", "男性の参加者は48人である[1]。", False),
        ("参加者は男性80人、女性48人である。", "参加者は80人である[1]。", False),
        ("参加者は男性80人、女性48人である。", "女性の参加者は48人である[1]。", True),
        ("保存期間は、令和5年の改正により3年とする。", "保存期間は5年とする[1]。", False),
        ("保存期間は、令和5年の改正により3年とする。", "保存期間は3年とする[1]。", True),
        ("第12条第1項及び第3条第2項による。", "第12条第2項による[1]。", False),
        ("第12条第1項及び第3条第2項による。", "第3条第2項による[1]。", True),
        ("研修の対象に職員を加える必要がある。", "職員は研修の対象である[1]。", False),
        ("研修の対象に職員を加えることが望ましい。", "職員は研修の対象である[1]。", False),
        ("職員は143人である。5人以上が辞めた。", "職員は5人である[1]。", False),
        ("5年以上在籍する者は2人である。", "5年在籍する者は2人である[1]。", False),
        ("5年以上在籍する者は2人である。", "5年以上在籍する者は2人である[1]。", True),
        ("約41万人が納めた。", "41万人が納めた[1]。", False),
        ("約41万人が納めた。", "約410,000人が納めた[1]。", True),
        ("登録者は5,214人である。このうち408人は職員である。", "登録者のうち408人は職員である[1]。", True),
        ("登録者は5,214人である。空調は408台である。", "登録者のうち408台は空調である[1]。", False),
        ("甲室は6月に直した。乙室は7月に直した。", "甲室は7月に直した[1]。", False),
        ("甲方式がある。県は乙方式を採る。", "県は甲方式を採る[1]。", False),
        ("区分\t令和3年度\t令和4年度\n委託料\t120\t150", "委託料は150である[1]。", True),
        ("区分\t令和3年度\t令和4年度\n委託料\t120\t150", "令和4年度の委託料は150である[1]。", True),
        ("区分\t令和3年度\t令和4年度\n委託料\t120\t150", "令和4年度の委託料は120である[1]。", False),
        ("区分\t予算額\t決算額\n委託料\t120\t150", "委託料の決算額は150である[1]。", True),
        ("区分\t予算額\t決算額\n委託料\t120\t150", "委託料の予算額は150である[1]。", False),
        (
            "年度は令和3年度と令和4年度である。令和4年度に始め、令和5年度に終えた。",
            "令和5年度に始めた[1]。",
            False,
        ),
        ("11月5日に始め、12月3日に終えた。", "11月3日に始めた[1]。", False),
        ("増減\t△1,200千円", "増減は1,200千円である[1]。", False),
        ("措置年月\tR6.11", "措置年月は令和6年11月である[1]。", True),
        ("単位：千円\n委託料\t31,240", "委託料は1,000円である[1]。", False),
        ("三層の対策を採った。", "二層の対策を採った[1]。", False),
        ("三層の対策を採った。", "三層の対策を採った[1]。", True),
        ("三層の対策を採った。", "｢三層の対策をやめた｣とある[1]。", False),
    ],
)
def test_how_a_passage_says_it_counts(document: str, claim: str, stands: bool) -> None:
    one = GivenPassage(1, Hit(passage(AUDIT, document), AUDIT, 1.0, 1))
    [sentence] = read_sentences(claim)
    assert (verify_sentence(sentence, [one]) is None) == stands


SUBJECTS = ("委託料", "工事請負費", "備品購入費")
AMOUNTS = (
    "31,240千円",
    "5,000千円",
    "1,275千円",
    "3,124万円",
    "31,240円",
    "128千円",
    "5年",
    "1,275人",
    "△5,000千円",
)
RIGHT = {(0, 0), (1, 1), (2, 2), (0, 3)}


def test_of_all_mixtures_of_items_and_figures_only_the_true_ones_are_left() -> None:
    left = {
        (subject, amount)
        for subject, amount in product(range(len(SUBJECTS)), range(len(AMOUNTS)))
        if judge(f"令和4年度の{SUBJECTS[subject]}は{AMOUNTS[amount]}である[2]。") is None
    }
    assert left == RIGHT


def test_no_figure_that_is_not_in_the_passage_is_left() -> None:
    """Random figures with random units, said of what the passage is about."""
    chance = random.Random(5)
    units = ("円", "千円", "万円", "百万円", "人", "件", "年", "％", "月", "日", "")
    true = {
        "31,240千円",
        "3,124万円",
        "5,000千円",
        "500万円",
        "1,275千円",
        "31240千円",
        "5000千円",
        "1275千円",
    }
    for _ in range(300):
        number = chance.choice([31240, 5000, 1275, 128, 12, 5, 3, 4, chance.randrange(100_000)])
        written = chance.choice([f"{number:,}", str(number)]) + chance.choice(units)
        sentence = f"{chance.choice(SUBJECTS)}は{written}である[2]。"
        if judge(sentence) is None:
            assert written in true or written in ("31,240", "31240", "5,000", "5000", "1,275", "1275"), (
                sentence
            )


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("訓練を実施した。[1][2]参加は128人。[1]", [("訓練を実施した。", (1, 2)), ("参加は128人。", (1,))]),
        ("1. 訓練[1, 2]。\n- 参加【資料３】。", [("訓練。", (1, 2)), ("参加。", (3,))]),
        ("## 訓練[1]。", [("訓練。", (1,))]),
        ("回答：**訓練**[1]。", [("訓練。", (1,))]),
        ("訓練[1]。訓練[1]。", [("訓練。", (1,))]),
        ("<think>訓練は9回[1]。</think>参加[1]。", [("参加。", (1,))]),
        ("<think>まだ考えている[1]。", []),
        ("3.5倍[1]。", [("3.5倍。", (1,))]),
        ("12.訓練[1]。", [("訓練。", (1,))]),
        ("\u202e訓\u200b練\x00[1]。", [("訓練。", (1,))]),
        ("<b>訓練</b>[1]。", [("<b>訓練</b>。", (1,))]),
        ("", []),
        ("\n \u3000\n", []),
    ],
)
def test_sentences_are_read_with_the_numbers_that_they_cite(
    written: str, read: list[tuple[str, tuple[int, ...]]]
) -> None:
    assert [(one.text, one.citations) for one in read_sentences(written)] == read
