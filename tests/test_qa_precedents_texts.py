"""What texts say: causes, laws, figures, recommendations and terms, each word for word at its place."""

import time

import pytest

from qa.precedents.causes import find_causes
from qa.precedents.drafts import MOST_PIECES, PIECE, query_pieces, read_draft
from qa.precedents.figures import find_figures
from qa.precedents.follow_up import title_likeness
from qa.precedents.laws import find_laws
from qa.precedents.nearness import shared_terms
from qa.precedents.recommendations import find_recommendations
from qa.precedents.terms import find_terms, lemmas


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("提出の期限が契約書に定められていなかったことによる。", "unwritten"),
        ("会計規則第5条に違反している。", "breach"),
        ("点検は形だけのものとなっていた。", "hollow"),
        ("担当者が制度を正しく理解していなかったためである。", "unaware"),
        ("実績を確認していなかった。", "unchecked"),
        ("前任者からの引継ぎがなかったことが原因である。", "handover"),
        ("人手が足りず、点検に手が回らなかったためである。", "staffing"),
        ("異動を知る手段を持たない。", "means"),
    ],
)
def test_a_sentence_that_says_why_has_its_kind(sentence: str, kind: str) -> None:
    (found,) = find_causes(f"台帳を閲覧した。\n{sentence}")
    assert kind in found.keys
    assert found.text == sentence


@pytest.mark.parametrize(
    "sentence", ["監査を効率よく行うため、書類を閲覧した。", "令和4年度の契約は20件である。", ""]
)
def test_a_purpose_or_a_fact_is_no_cause(sentence: str) -> None:
    assert find_causes(sentence) == ()


def test_under_a_head_of_causes_every_sentence_is_one_and_others_are_not() -> None:
    text = (
        "（現状）\n台帳を確認していなかった。\n（原因及び問題点）\n事務が重なった。\n（意見）\n改められたい。"
    )
    assert [found.text for found in find_causes(text)] == ["事務が重なった。"]


def test_laws_are_named_with_their_articles() -> None:
    text = (
        "地方自治法施行令第167条の2第1項第2号により、財務規則第１３１条に従う。"
        "同規則第96条と個人情報の保護に関する法律を見る。"
    )
    found = find_laws(text)
    assert [mention.text for mention in found] == [
        "地方自治法施行令第167条の2第1項第2号",
        "財務規則第１３１条",
        "同規則第96条",
        "個人情報の保護に関する法律",
    ]
    assert found[0].keys == ("地方自治法施行令", "地方自治法施行令第167条の2")
    assert found[1].keys == ("財務規則", "財務規則第131条")
    assert found[2].keys == ("財務規則", "財務規則第96条")


@pytest.mark.parametrize(
    "text", ["この方法と手法は適法である。", "不法投棄の対策を進めた。", "新法の案", "従来の10法"]
)
def test_a_way_of_doing_is_no_law(text: str) -> None:
    assert find_laws(text) == ()


def test_amounts_are_one_however_they_are_written() -> None:
    one, other = find_figures("1,240千円を支払った。")[0], find_figures("１２４万円を支払った。")[0]
    assert one.keys == other.keys == ("yen1240000",)
    assert (one.text, other.text) == ("1,240千円", "１２４万円")


def test_figures_have_their_units_and_a_count_of_one_tells_nothing() -> None:
    found = find_figures("年1回、第3条により412台のうち35.9％を点検した。")
    assert [mention.keys for mention in found] == [("412台",), ("35.9%",)]


@pytest.mark.parametrize(
    ("sentence", "strength"),
    [
        ("記録を残すべきである。", "should"),
        ("早急に改める必要がある。", "needed"),
        ("結果を報告されたい。", "requested"),
        ("一覧を作ることが望ましい。", "advisable"),
        ("方式の見直しを検討されたい。", "considered"),
    ],
)
def test_a_recommendation_tells_how_strongly_it_is_put(sentence: str, strength: str) -> None:
    (found,) = find_recommendations(f"現状は次のとおり。{sentence}")
    assert found.keys == (strength,)


def test_what_a_rule_demands_is_no_recommendation() -> None:
    assert find_recommendations("書面での承認を求める規則第4条に反している。") == ()


def test_touching_words_are_one_term_and_words_in_hiragana_are_none() -> None:
    weights = dict.fromkeys(lemmas("情報システム台帳のもの"), 3.0)
    found = find_terms("情報システム台帳のものと30日以内", lambda _: True, weights)
    assert [mention.text for mention in found] == ["情報システム台帳"]
    assert found[0].weight == 9.0


def test_rare_words_in_common_bring_texts_nearer() -> None:
    weights = {"消去": 6.0, "証明": 5.0, "契約": 1.0, "端末": 4.0}
    rare = shared_terms("消去の証明と契約", "証明と消去、端末", weights)
    common = shared_terms("消去の契約", "端末の契約", weights)
    assert 0 < common < rare < 1
    assert shared_terms("", "消去", weights) == 0


def test_titles_are_alike_but_for_their_ending() -> None:
    assert title_likeness("備品の管理について", "備品の管理") == 1
    assert title_likeness("備品の管理", "旅費の計算") < 0.2


def test_a_draft_loses_what_cannot_be_seen_and_nothing_else() -> None:
    assert read_draft("\ufeff一行目\r\n二行目\u200b\x07\t三列目 ") == "一行目\n二行目\t三列目"


def test_a_long_draft_is_asked_in_a_few_plain_pieces() -> None:
    pieces = query_pieces("台帳の照合を行っていなかった。" * 400 + '-除外 "句" 種別:監査')
    assert len(pieces) == MOST_PIECES
    assert all(0 < len(piece) <= PIECE + 1 for piece in pieces)
    assert query_pieces('-除外 "句" 種別:監査') == ("除外 句 種別 監査",)


@pytest.mark.parametrize("sign", ["承", "1", "計画", "a", "確認", "第1", "承の", "（", "1万"])
def test_hostile_text_takes_no_longer_than_its_length_allows(sign: str) -> None:
    text = (sign * 10_000)[:10_000]
    started = time.process_time()
    for find in (find_causes, find_laws, find_figures, find_recommendations):
        find(text)
    assert time.process_time() - started < 3
