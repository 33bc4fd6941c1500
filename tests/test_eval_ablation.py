"""What each way of cutting Japanese is worth, on a handful of passages."""

import json
from pathlib import Path

import pytest

pytest.importorskip("bm25s", reason="bm25s, of the extra `peers`, is not installed")

from eval.ablation import main, measure
from eval.ablation_report import as_markdown, compare_variants, pool
from eval.ablation_search import Ablation
from eval.ablation_sets import read_set
from eval.ablation_variants import OURS, VARIANTS, Field, Variant
from eval.beir import read_beir
from eval.beir_index import split_corpus
from eval.collection import HeldPassage
from index import index_documents
from tests.fake_index import document, passage
from tests.tiny_encoder import TinyEncoder

ENTRIES = {
    "予算": "歳入歳出予算の総額を定める。",
    "契約": "契約の相手方を入札で決める。",
    "監査": "監査委員は帳簿を検査する。",
}
QUERIES = {"q1": ("入札による契約", "契約"), "q2": ("帳簿の検査", "監査"), "q3": ("budget", "予算")}
PLAIN = Variant("plain words", (Field("plain words"),))


@pytest.fixture
def beir_folder(tmp_path: Path) -> Path:
    folder = tmp_path / "tiny"
    (folder / "qrels").mkdir(parents=True)
    corpus = [{"_id": key, "title": key, "text": text} for key, text in ENTRIES.items()]
    queries = [{"_id": key, "text": text} for key, (text, _) in QUERIES.items()]
    for name, records in (("corpus", corpus), ("queries", queries)):
        lines = "".join(f"{json.dumps(record, ensure_ascii=False)}\n" for record in records)
        (folder / f"{name}.jsonl").write_text(lines, encoding="utf-8")
    rows = "".join(f"{key}\t{right}\t1\n" for key, (_, right) in QUERIES.items())
    (folder / "qrels" / "test.tsv").write_text(f"query-id\tcorpus-id\tscore\n{rows}", encoding="utf-8")
    return folder


def test_queries_without_japanese_are_left_out(beir_folder: Path) -> None:
    assert [query.id for query in read_set(str(beir_folder)).queries] == ["q1", "q2"]


def test_our_words_find_what_plain_words_do_not(beir_folder: Path) -> None:
    result = measure(read_set(str(beir_folder)), {"Tokenizers": (OURS, PLAIN)})
    ours, plain = compare_variants(result.tables["Tokenizers"])
    assert [ours.means[0].mean, plain.means[0].mean] == [1.0, 0.0]
    assert [one.difference.mean for one in plain.comparisons] == [1.0, 1.0, 1.0]
    assert [cutting.tokenizer for cutting in result.cuttings] == ["unidic lemmas", "bigrams", "plain words"]


def test_the_table_has_a_line_a_variant_and_a_column_a_set(beir_folder: Path) -> None:
    written = as_markdown([measure(read_set(str(beir_folder)), {"Tokenizers": (OURS, PLAIN)})])
    assert "| Tokenizers | tiny (2) |\n| --- | --- |\n| unidic lemmas + bigrams | 1.000 |" in written
    assert "## tiny: 2 queries, 3 passages" in written


def test_sets_are_pooled_query_by_query(beir_folder: Path) -> None:
    result = measure(read_set(str(beir_folder)), {"Tokenizers": (OURS, PLAIN)})
    pooled = pool([result, result])
    assert (pooled.queries, pooled.passages) == (4, 6)
    assert pooled.tables["Tokenizers"]["plain words"].values.tolist() == [[0.0] * 5] * 4


def test_a_fields_weight_and_part_decide() -> None:
    report, minutes = document("予算書"), document("会議録")
    held = (HeldPassage(passage(report, "橋の修繕"), report), HeldPassage(passage(minutes, "予算"), minutes))

    def best(title: float, text: float) -> str:
        fields = (Field("bigrams", "title", title), Field("bigrams", "text", text))
        return Ablation(held).searcher(Variant("", fields))("予算", 1)[0].document.path

    assert [best(2.0, 1.0), best(1.0, 2.0)] == ["予算書", "会議録"]


def test_scores_of_fields_are_added() -> None:
    report = document("報告書")
    ablation = Ablation((HeldPassage(passage(report, "監査の結果"), report),))
    [both, lemmas, bigrams] = [
        ablation.searcher(Variant("", fields))("監査", 1)[0].score
        for fields in (OURS.fields, OURS.fields[:1], OURS.fields[1:])
    ]
    assert both == pytest.approx(lemmas + bigrams)


def test_questions_are_asked_of_the_passages_of_a_library(tmp_path: Path, beir_folder: Path) -> None:
    index_documents(tmp_path / "library", split_corpus(read_beir(beir_folder).documents), TinyEncoder())
    questions = tmp_path / "questions.jsonl"
    question = {"id": "a", "query": "入札", "doc": "契約", "pages": [1], "kind": "keyword"}
    questions.write_text(json.dumps(question, ensure_ascii=False), encoding="utf-8")
    judged = read_set(f"{questions}={tmp_path / 'library'}")
    [scores] = measure(judged, {"Tokenizers": (OURS,)}).tables["Tokenizers"].values()
    assert scores.values.tolist() == [[1.0] * 5]
    assert {held.document.path for held in judged.passages} == set(ENTRIES)


def test_every_comparison_begins_with_our_own_way_and_names_none_twice() -> None:
    for variants in VARIANTS.values():
        names = [variant.name for variant in variants]
        assert variants[0] == OURS
        assert len(set(names)) == len(names)


def test_a_target_that_is_none_is_named(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="neither a BEIR folder nor"):
        main([str(tmp_path)])
