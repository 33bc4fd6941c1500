"""The proof that search works passes where it does, and names each document where it does not."""

import re
import sys
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from embeddings.types import Vectors
from index import Library, index_documents, refresh
from index.legs.dense import DenseIndex
from index.legs.lexical import LexicalWriter
from index.proof.stage import prove_search
from index.storage.vectors import VectorCache
from index.text.analysis import Analysis, Token
from index.types import ProofStatus, Unfound, no_progress
from tests.library_files import TEXTS, SplitDocument, made_document, write_texts
from tests.tiny_encoder import TinyEncoder

TOPICS = (
    "備品台帳",
    "契約変更",
    "旅費精算",
    "文書保存",
    "情報公開",
    "庁舎警備",
    "職員研修",
    "車両点検",
    "税務調査",
    "窓口案内",
)
OFFICES = ("総務課", "財政課", "会計課", "管財課", "税務課")


def texts_of(office: str) -> list[str]:
    return [
        f"{office}は{topic}の状況を、マニュアル第{number}版に従って毎年度確かめることとする。経費は{number},{number}00千円。"
        for number, topic in enumerate(TOPICS, 1)
    ]


def documents() -> list[SplitDocument]:
    return [made_document(office, texts_of(office)) for office in OFFICES]


def proven(data: Path, made: list[SplitDocument] | None = None) -> ProofStatus:
    index_documents(data, documents() if made is None else made, TinyEncoder())
    assert prove_search(data, TinyEncoder(), no_progress) == ()
    return status(data)


def status(data: Path) -> ProofStatus:
    return Library.open(data, TinyEncoder()).status().proof


def failures(proof: ProofStatus) -> dict[str, set[str]]:
    return {each.document_id: {unfound.what for unfound in each.unfound} for each in proof.failing}


def test_a_sound_library_is_proven_whole(tmp_path: Path) -> None:
    proof = proven(tmp_path)
    assert (proof.proven, proof.failing, proof.unproven) == (len(OFFICES), (), 0)
    assert proof.pages == len(OFFICES) * len(TOPICS)
    assert proof.terms >= 8 * len(OFFICES)
    assert proof.sentences == 4 * len(OFFICES)


def test_an_analyser_that_splits_on_spaces_alone_is_found_out(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def analyse(text: str, only: Analysis | None = None) -> Analysis:
        words = tuple(Token(match[0], *match.span()) for match in re.finditer(r"\S+", text))
        return Analysis(words, words)

    monkeypatch.setattr("index.text.passage_tokens.analyse", analyse)
    monkeypatch.setattr("index.understanding.lexical_plan.analyse", analyse)
    proof = proven(tmp_path)
    assert failures(proof) == {office: {"page", "term"} for office in OFFICES}
    first = proof.failing[0]
    assert Unfound("term", "マニュアル", 1) in {replace(each, page=1) for each in first.unfound}
    assert len([each for each in first.unfound if each.what == "page"]) == first.pages


def test_passages_that_the_lexical_index_misses_are_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    add = LexicalWriter.add

    def forgetful(writer: LexicalWriter, passage: int, *rest: object) -> None:
        if passage != 13:  # 財政課, page 3
            add(writer, passage, *rest)  # type: ignore[arg-type]

    monkeypatch.setattr(LexicalWriter, "add", forgetful)
    proof = proven(tmp_path)
    assert [each.document_id for each in proof.failing] == ["財政課"]
    assert proof.failing[0].missing == 1
    assert {(each.what, each.page) for each in proof.failing[0].unfound} >= {("passage", 3), ("page", 3)}
    assert proof.proven == len(OFFICES) - 1


def test_passages_that_the_dense_index_misses_are_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    add = DenseIndex.add

    def forgetful(index: DenseIndex, ids: np.ndarray, vectors: Vectors) -> None:
        kept = (ids <= 20) | (ids > 30)  # all of 会計課
        add(index, ids[kept], vectors[kept])

    monkeypatch.setattr(DenseIndex, "add", forgetful)
    proof = proven(tmp_path)
    assert failures(proof) == {"会計課": {"passage"}}
    assert proof.failing[0].missing == len(TOPICS)


def test_vectors_of_other_passages_are_found_out(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    encode = VectorCache.encode

    def shuffled(cache: VectorCache, *rest: object) -> Vectors:
        return np.random.default_rng(7).permutation(encode(cache, *rest))  # type: ignore[arg-type]

    monkeypatch.setattr(VectorCache, "encode", shuffled)
    assert failures(proven(tmp_path)) == {office: {"sentence"} for office in OFFICES}


def test_the_same_passage_in_two_documents_is_right_in_either(tmp_path: Path) -> None:
    twice = [made_document(name, texts_of("総務課")) for name in ("令和4年度", "令和5年度", "令和6年度")]
    assert proven(tmp_path, twice).failing == ()


def test_a_page_that_no_passage_covers_is_told_unless_its_words_stand_elsewhere(tmp_path: Path) -> None:
    parsed, sections, passages = made_document(
        "財政課", [*texts_of("財政課"), "備品台帳\n財政課\n", "監査請求の期限\n"]
    )
    proof = proven(tmp_path, [(parsed, sections, passages[:-2])])
    assert [each.page for each in proof.failing[0].unfound if each.what == "page"] == [12]


def test_a_document_without_any_text_is_told(tmp_path: Path) -> None:
    proof = proven(tmp_path, [*documents(), made_document("白紙", [])])
    assert [(each.document_id, each.unfound) for each in proof.failing] == [("白紙", (Unfound("text", ""),))]


def test_only_documents_that_changed_are_proven_again(tmp_path: Path) -> None:
    told: list[tuple[int, int, str]] = []
    source, data = write_texts(tmp_path / "source"), tmp_path / "library"

    def run() -> ProofStatus:
        def tell(stage: str, done: int, total: int, name: str = "", /) -> None:
            if stage == "proving":
                told.append((done, total, name))

        told.clear()
        return refresh(data, [source], TinyEncoder(), progress=tell).proof

    assert (run().proven, told[-1]) == (len(TEXTS), (len(TEXTS), len(TEXTS), ""))
    assert (run().proven, told) == (len(TEXTS), [])
    write_texts(source, {"予算.md": "# 予算要求\n\n庁内ネットワークの更新に5,678千円を要求する。\n"})
    assert run().proven == len(TEXTS)
    assert told == [(0, 1, "予算.md"), (1, 1, "")]
    (source / "監査/意見.txt").unlink()
    assert run().proven == len(TEXTS) - 1
    assert status(data) == run()


def test_indexes_made_anew_are_proven_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    proven(tmp_path)
    monkeypatch.setattr("index.storage.generations.MOST_REMOVED", -1.0)
    index_documents(tmp_path, [made_document("秘書課", texts_of("秘書課"))], TinyEncoder())
    assert status(tmp_path) == ProofStatus(unproven=len(OFFICES) + 1)
    assert prove_search(tmp_path, TinyEncoder(), no_progress) == ()
    assert status(tmp_path).proven == len(OFFICES) + 1


def test_a_reader_never_sees_the_outcome_of_other_indexes(tmp_path: Path) -> None:
    proven(tmp_path)
    index_documents(tmp_path, [made_document("秘書課", texts_of("秘書課"))], TinyEncoder())
    assert status(tmp_path) == ProofStatus(unproven=len(OFFICES) + 1)


def test_a_run_killed_before_the_proof_leaves_a_library_that_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    source, data = write_texts(tmp_path / "source"), tmp_path / "library"

    def killed(*_: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(sys.modules["index.runs.refresh"], "prove_search", killed)
        with pytest.raises(KeyboardInterrupt):
            refresh(data, [source], TinyEncoder())
    assert status(data) == ProofStatus(unproven=len(TEXTS))
    assert Library.open(data, TinyEncoder()).search("規程", legs="lexical")
    report = refresh(data, [source], TinyEncoder())
    assert report.read == ()
    assert report.proof == status(data)
    assert report.proof.proven == len(TEXTS)


def test_a_library_that_changes_meanwhile_is_told_as_unproven(tmp_path: Path) -> None:
    index_documents(tmp_path, documents(), TinyEncoder())
    late = [made_document("秘書課", texts_of("秘書課"))]

    def another_writer(stage: str, done: int, total: int, name: str = "", /) -> None:
        if done == 0:
            index_documents(tmp_path, late, TinyEncoder())

    (notice,) = prove_search(tmp_path, TinyEncoder(), another_writer)
    assert "another process has changed the library" in notice.text
    assert status(tmp_path) == ProofStatus(unproven=len(OFFICES) + 1)
