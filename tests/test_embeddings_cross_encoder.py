"""A CrossEncoder's folder in, scores or one clear sentence out."""

import json
import pickle
from pathlib import Path

import numpy as np
import pytest

from embeddings import EncoderError, RerankerError, load_reranker
from tests.tiny_cross_encoder import write_cross_encoder


@pytest.fixture
def folder(tmp_path: Path, tiny_model: Path) -> Path:
    return write_cross_encoder(tmp_path / "reranker", tiny_model)


def change_config(folder: Path, **changes: object) -> None:
    path = folder / "config.json"
    path.write_text(json.dumps({**json.loads(path.read_text()), **changes}))


def test_each_text_has_a_score_of_its_own_whatever_its_company(folder: Path) -> None:
    reranker = load_reranker(str(folder))
    texts = ["監査報告書", "", "雨が降る" * 400, "予算決算"]
    scores = reranker.score("監査", texts)
    assert (scores.shape, scores.dtype) == ((4,), np.float32)
    assert len(set(scores.tolist())) == 4
    for text, score in zip(texts, scores, strict=True):
        assert reranker.score("監査", [text])[0] == pytest.approx(score, abs=1e-2)
    assert (reranker.score("監査", texts) == scores).all()
    assert reranker.score("監査", []).shape == (0,)
    assert reranker.name == str(folder)


def test_an_encoder_is_no_reranker(tiny_model: Path) -> None:
    with pytest.raises(RerankerError, match=r"holds no cross-encoder: .* names BertModel"):
        load_reranker(str(tiny_model))


def test_more_than_one_score_a_pair_is_refused(tmp_path: Path, tiny_model: Path) -> None:
    folder = write_cross_encoder(tmp_path / "classes", tiny_model, labels=3)
    with pytest.raises(RerankerError, match="must give one score a text"):
        load_reranker(str(folder))


@pytest.mark.parametrize("name", ["example/no-such-model", "/no/such/folder"])
def test_a_model_that_is_not_on_this_machine_is_not_fetched(name: str) -> None:
    with pytest.raises(RerankerError, match=rf"no model {name} on this machine.*copy the model's folder"):
        load_reranker(name)


def test_pickles_are_refused(folder: Path) -> None:
    (folder / "model.safetensors").unlink()
    (folder / "pytorch_model.bin").write_bytes(pickle.dumps({"weight": 1}))
    with pytest.raises(RerankerError, match="is a pickle, which is never read"):
        load_reranker(str(folder))


def test_code_that_comes_with_a_model_is_never_run(folder: Path, tmp_path: Path) -> None:
    ran = tmp_path / "ran"
    (folder / "modeling_own.py").write_text(f"open({str(ran)!r}, 'w')\nclass Own: ...\n")
    change_config(
        folder,
        model_type="own",
        auto_map={"AutoConfig": "modeling_own.Own", "AutoModelForSequenceClassification": "modeling_own.Own"},
    )
    with pytest.raises(EncoderError, match="cannot be used"):
        load_reranker(str(folder))
    assert not ran.exists()


@pytest.mark.parametrize("file", ["model.safetensors", "tokenizer.json", "config.json"])
def test_a_damaged_file_is_told_in_words(folder: Path, file: str) -> None:
    path = folder / file
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])
    with pytest.raises(RerankerError, match=str(folder)):
        load_reranker(str(folder))
