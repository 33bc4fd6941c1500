"""Enumerations are taken whole, with the sentence that leads to them."""

import pytest

from index.types import Hit
from qa.asking.questions import take_apart
from qa.candidates.evidence import Evidence
from qa.candidates.lists import LONGEST, find_enumerations, find_lists
from tests.fake_index import document, passage

KANA = "次のとおり取り扱う。\nア 名簿を出すこと\nイ 外に使わないこと\nウ 承諾を得ること\nその他の定め。"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (KANA, KANA[: KANA.index("\nその他")]),
        ("目的を述べる。\n(1) 収入\n(2) 支出\n(3) 契約", "(1) 収入\n(2) 支出\n(3) 契約"),
        ("（１）収入　（２）支出を調べる。", "（１）収入　（２）支出を調べる。"),
        ("・照会の窓口\n・届出の受付", "・照会の窓口\n・届出の受付"),
        ("対象は、①端末、②サーバ及び③媒体とする。", "対象は、①端末、②サーバ及び③媒体とする。"),
        ("前文。提出先は総務課、財政課及び会計課とする。", "提出先は総務課、財政課及び会計課とする。"),
        ("方法\t件数\n一般競争入札\t9\n随意契約\t131", "方法\t件数\n一般競争入札\t9\n随意契約\t131"),
        ("① 概要\n本文が続く。\n② 経緯\n本文。", "① 概要\n本文が続く。\n② 経緯"),
    ],
)
def test_a_list_is_found_whole(text: str, found: str) -> None:
    assert found in [text[start:end] for start, end in find_enumerations(text)]


@pytest.mark.parametrize("text", ["ア 名簿だけ\n本文。", "(1) 収入\n(3) 契約", "一文、続く。", ""])
def test_what_is_no_series_is_no_list(text: str) -> None:
    assert find_enumerations(text) == []


def test_a_list_too_long_is_left_to_its_sentences() -> None:
    assert find_enumerations("\n".join(f"・{'項' * 40}{n}" for n in range(LONGEST // 40 + 2))) == []


def test_lists_are_candidates_only_where_a_list_is_asked_for() -> None:
    held = document("a.pdf")
    hit = Hit(passage(held, KANA), held, 1.0, 1)
    evidence = [Evidence(hit, frozenset(), 0.0)]
    (found,) = find_lists(take_apart("取り扱いの種類は何か"), evidence, {hit.passage.id: 0})
    assert (found.form, found.text) == ("list", found.quote)
    assert find_lists(take_apart("承諾はいつ得るか"), evidence, {hit.passage.id: 0}) == []
