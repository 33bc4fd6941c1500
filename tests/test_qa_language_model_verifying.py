"""What a language model writes: only what stands in the cited passages is left."""

import random
from itertools import product

import pytest

from qa.writing.language_model.sentences import read_sentences
from qa.writing.language_model.verifying import verify_sentence
from tests.model_answers import GIVEN


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
        "令和4年度の窓口業務の委託料は31,240千円、工事請負費は5,000千円である[2]。",
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
        ("訓練を実施した[1]" + "、訓練を実施した" * 50 + "。", "too_long"),
    ],
)
def test_what_does_not_stand_there_is_struck_out(text: str, kind: str | None) -> None:
    assert judge(text) == kind


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
