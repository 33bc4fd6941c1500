"""The ways of searching that are compared, over an index in memory."""

import sys
from pathlib import Path

import pytest

from eval.collection import read_collection
from eval.configurations import CONFIGURATIONS, OURS, USUAL, check_names, make_searchers
from eval.reciprocal_rank import DEPTH, fuse_by_rank
from index.types import Hit
from tests.fake_index import FakeIndex, document, passage

REPORT = document("監査/報告書.pdf")
AUDIT = passage(REPORT, "随意契約の理由書に検討の記載がない。", page=1, headings=("第2章 契約",))
COST = passage(REPORT, "委託料は1,200千円である。", page=2)
TWIN = passage(document("写し.pdf"), "委託料は1,200千円である。", page=2)
HELD = [(REPORT, COST), (REPORT, AUDIT), (document("写し.pdf"), TWIN)]
NO_MODEL = Path("no-model")


def hit(name: str, rank: int) -> Hit:
    held = document(name)
    return Hit(passage(held, name), held, 1.0, rank)


def test_reciprocal_ranks_are_summed_and_ties_break_by_passage_id() -> None:
    first = [hit("b", 1), hit("a", 2), hit("d", 3)]
    second = [hit("a", 1), hit("b", 2), hit("c", 3)]
    found = fuse_by_rank([first, second], 10)
    assert [(one.document.path, one.rank) for one in found] == [("a", 1), ("b", 2), ("c", 3), ("d", 4)]
    assert found[0].score == pytest.approx(1 / 61 + 1 / 62)
    assert found[2].score == pytest.approx(1 / 63)
    assert len(fuse_by_rank([first, second], 2)) == 2


def test_reciprocal_rank_fusion_looks_past_the_hits_asked_for() -> None:
    index = FakeIndex(HELD)
    search = make_searchers(["rrf"], index, NO_MODEL)["rrf"]
    assert search("委託料", 1)[0].document.path in {"監査/報告書.pdf", "写し.pdf"}
    assert index.asked == [("lexical", "委託料", DEPTH), ("dense", "委託料", DEPTH)]


@pytest.mark.parametrize("name", ["bigrams", "lemmas"])
def test_bm25_takes_headings_and_title_and_breaks_ties_by_passage_id(name: str) -> None:
    search = make_searchers([name], FakeIndex(HELD), NO_MODEL)[name]
    assert [one.passage.id for one in search("契約", 5)] == [AUDIT.id]
    assert {one.passage.id for one in search("報告書", 5)} == {AUDIT.id, COST.id}
    same = [one.passage.id for one in search("委託料", 5)]
    assert sorted(same) == sorted([COST.id, TWIN.id])
    assert search("該当なし☆", 5) == []


def test_the_collection_stands_by_passage_id_whatever_the_index_gives_first() -> None:
    there, back = read_collection(FakeIndex(HELD)), read_collection(FakeIndex(HELD[::-1]))
    assert [one.passage.id for one in there] == sorted(one.id for _, one in HELD)
    assert there == back


def test_names_come_once_in_the_order_in_which_they_are_told() -> None:
    assert check_names([OURS, "dense", "dense", "bigrams"]) == ("bigrams", "dense", OURS)
    with pytest.raises(ValueError, match="no configuration 'elastic'; there are: bigrams, lemmas"):
        check_names(["elastic"])


@pytest.mark.parametrize(("name", "library"), [("txtai", "txtai"), ("bigrams", "bm25s")])
def test_a_library_that_is_absent_is_named_with_the_extra_that_brings_it(
    name: str, library: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, library, None)
    with pytest.raises(ImportError, match=r"tenkyo\[peers\]"):
        make_searchers([name], FakeIndex(HELD), NO_MODEL)
    assert set(make_searchers(USUAL, FakeIndex(HELD), NO_MODEL)) == set(USUAL)


def test_txtai_searches_the_same_passages_with_the_model_given(tiny_model: Path) -> None:
    pytest.importorskip("txtai")
    search = make_searchers(["txtai"], FakeIndex(HELD), tiny_model)["txtai"]
    found = search("随意契約の理由書", 3)
    assert {one.passage.id for one in found} <= {one.id for _, one in HELD}
    assert [one.rank for one in found] == list(range(1, len(found) + 1))
    assert found == search("随意契約の理由書", 3)


def test_every_configuration_is_told_in_words_and_drawn_in_its_own_colour() -> None:
    from eval.reporting.plots import COLOURS, MARKERS
    from eval.reporting.words import CONFIGURATIONS as TOLD

    assert set(TOLD) == set(MARKERS) == set(CONFIGURATIONS)
    assert {f"c-{name}" for name in CONFIGURATIONS} <= set(COLOURS)
