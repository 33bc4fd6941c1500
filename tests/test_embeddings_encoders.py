"""What every encoder promises: one suite over all of them."""

import json
import shutil
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
import torch

from embeddings import Encoder, load_encoder, prepare_bundled
from embeddings.bert_encoder import BertEncoder
from embeddings.bundled_folder import write_folder
from embeddings.packed import read_packed
from embeddings.sentence_transformer import SentenceTransformerEncoder
from tenkyo.settings import read_settings
from tests import tiny_model

TEXTS = [
    "監査",
    "委託料の単価は予算による。" * 3,
    "",
    "雨が降る",
    "決算 12345 ～ 報告書" * 9,
    "晴れ",
    "日本語の文章",
]
SAME = 1e-3
"""How far vectors of one text may lie apart when it is encoded in other company (bfloat16 rounds)."""


def write_tiny_folder(folder: Path, seed: int = 0) -> Path:
    folder.mkdir(parents=True)
    packed = folder.parent / f"{folder.name}.bin"
    packed.write_bytes(tiny_model.packed_bytes(seed))
    write_folder(folder, read_packed(packed), lambda done, total: None)
    return folder


@pytest.fixture(scope="module")
def tiny_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_tiny_folder(tmp_path_factory.mktemp("models") / "tiny")


@pytest.fixture(
    scope="module",
    params=["bert", "sentence-transformers", pytest.param("bundled", marks=pytest.mark.model)],
)
def encoder(request: pytest.FixtureRequest, tiny_folder: Path) -> Iterator[Encoder]:
    memory = tiny_folder.parent / "hashes"
    if request.param == "bundled":
        cache = read_settings().cache
        prepare_bundled(cache)
        yield load_encoder("bundled", cache)
    elif request.param == "bert":
        yield BertEncoder("tiny", tiny_folder, memory)
    else:
        yield SentenceTransformerEncoder("tiny", tiny_folder, memory)


def cosines(one: np.ndarray, other: np.ndarray) -> np.ndarray:
    return (one * other).sum(axis=1)


def test_a_vector_a_text_of_length_one(encoder: Encoder) -> None:
    for vectors in (encoder.encode_queries(TEXTS), encoder.encode_passages(TEXTS)):
        assert vectors.dtype == np.float32
        assert vectors.shape == (len(TEXTS), encoder.dimension)
        assert np.allclose(np.linalg.norm(vectors, axis=1), 1, atol=1e-5)


def test_no_texts_are_no_vectors(encoder: Encoder) -> None:
    assert encoder.encode_queries([]).shape == (0, encoder.dimension)
    assert encoder.encode_passages([]).shape == (0, encoder.dimension)


def test_vectors_come_in_the_order_of_the_texts(encoder: Encoder) -> None:
    together = encoder.encode_passages(TEXTS)
    backwards = encoder.encode_passages(TEXTS[::-1])[::-1]
    alone = np.concatenate([encoder.encode_passages([text]) for text in TEXTS])
    assert cosines(together, backwards).min() > 1 - SAME
    assert cosines(together, alone).min() > 1 - SAME


def test_queries_and_passages_have_prompts_of_their_own(encoder: Encoder) -> None:
    query, passage = encoder.encode_queries(TEXTS[:1]), encoder.encode_passages(TEXTS[:1])
    assert not np.allclose(query, passage, atol=SAME)


def test_progress_counts_up_to_all_texts(encoder: Encoder) -> None:
    told: list[tuple[int, int]] = []
    encoder.encode_passages(TEXTS, lambda done, total: told.append((done, total)))
    assert told[-1] == (len(TEXTS), len(TEXTS))
    assert [done for done, _ in told] == sorted(done for done, _ in told)


def test_a_text_longer_than_the_model_reads_is_cut_off(encoder: Encoder) -> None:
    long = "委託料の単価。" * 2000
    assert encoder.encode_queries([long]).shape == (1, encoder.dimension)


def test_an_encoder_has_a_name_and_a_fingerprint(encoder: Encoder) -> None:
    assert encoder.name
    assert len(encoder.fingerprint) == 64


@pytest.mark.parametrize(("dtype", "apart"), [(torch.float32, 1e-6), (torch.bfloat16, SAME)])
def test_plain_bert_equals_sentence_transformers(
    tiny_folder: Path, tmp_path: Path, dtype: torch.dtype, apart: float
) -> None:
    from sentence_transformers import SentenceTransformer

    reference = SentenceTransformer(str(tiny_folder), device="cpu")
    encoder = BertEncoder("tiny", tiny_folder, tmp_path, dtype)
    queries = np.asarray(reference.encode_query(TEXTS))
    passages = np.asarray(reference.encode_document(TEXTS))
    assert cosines(encoder.encode_queries(TEXTS), queries).min() > 1 - apart
    assert cosines(encoder.encode_passages(TEXTS), passages).min() > 1 - apart


def test_the_prompts_of_the_folder_are_honoured(tiny_folder: Path, tmp_path: Path) -> None:
    other = tmp_path / "other"
    shutil.copytree(tiny_folder, other)
    (other / "config_sentence_transformers.json").write_text(json.dumps({"prompts": {"query": "報告書"}}))
    plain, prompted = BertEncoder("a", tiny_folder, tmp_path), BertEncoder("b", other, tmp_path)
    same = SentenceTransformerEncoder("c", other, tmp_path)
    bare = prompted.encode_passages(["報告書監査"])
    assert cosines(prompted.encode_queries(["監査"]), bare).min() > 1 - SAME
    assert cosines(same.encode_queries(["監査"]), bare).min() > 1 - SAME
    assert cosines(same.encode_passages(["報告書監査"]), bare).min() > 1 - SAME
    assert plain.fingerprint != prompted.fingerprint


def test_other_weights_have_another_fingerprint(tiny_folder: Path, tmp_path: Path) -> None:
    other = write_tiny_folder(tmp_path / "other", seed=1)
    same = write_tiny_folder(tmp_path / "same", seed=0)
    prints = [BertEncoder("m", folder, tmp_path).fingerprint for folder in (tiny_folder, other, same)]
    assert prints[0] != prints[1]
    assert prints[0] == prints[2]


@pytest.mark.model
def test_the_bundled_model_ranks_the_passage_that_answers_first() -> None:
    cache = read_settings().cache
    prepare_bundled(cache)
    encoder = load_encoder("bundled", cache)
    passages = [
        "自治体の情報システムは、LGWAN接続系とインターネット接続系、個人番号利用事務系に分離する。",
        "委託料の積算に当たっては、複数の業者から見積書を徴し、単価の妥当性を検証すべきである。",
        "公園の遊具は、年に一度、専門の技術者が点検し、その結果を台帳に記録している。",
    ]
    queries = [
        "庁内ネットワークをどう分けるか",
        "見積もりを一社からしか取っていない",
        "How often is playground equipment inspected?",
    ]
    best = (encoder.encode_queries(queries) @ encoder.encode_passages(passages).T).argmax(axis=1)
    assert best.tolist() == [0, 1, 2]
