"""Names of models in, encoders or one clear sentence out."""

import json
import pickle
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from embeddings import EncoderError, load_encoder
from embeddings.bert_encoder import BertEncoder
from embeddings.bundled_folder import write_folder
from embeddings.model_folder import choose_prompts, is_plain_bert
from embeddings.packed import read_packed
from embeddings.sentence_transformer import SentenceTransformerEncoder
from tests import tiny_model


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    packed, folder = tmp_path / "tiny.bin", tmp_path / "tiny"
    packed.write_bytes(tiny_model.packed_bytes())
    folder.mkdir()
    write_folder(folder, read_packed(packed), lambda done, total: None)
    return folder


def change_settings(path: Path, **changes: Any) -> None:
    path.write_text(json.dumps({**json.loads(path.read_text()), **changes}))


def test_a_plain_bert_folder_is_read_without_sentence_transformers(folder: Path, tmp_path: Path) -> None:
    assert isinstance(load_encoder(str(folder), tmp_path), BertEncoder)


@pytest.mark.parametrize(
    ("file", "changes"),
    [
        ("config.json", {"model_type": "xlm-roberta"}),
        ("config.json", {"hidden_act": "relu"}),
        ("1_Pooling/config.json", {"pooling_mode_cls_token": True, "pooling_mode_mean_tokens": False}),
        ("1_Pooling/config.json", {"include_prompt": False}),
        ("sentence_bert_config.json", {"do_lower_case": True}),
    ],
)
def test_any_other_model_is_not_taken_for_plain_bert(
    folder: Path, file: str, changes: dict[str, Any]
) -> None:
    assert is_plain_bert(folder)
    change_settings(folder / file, **changes)
    assert not is_plain_bert(folder)


def test_another_pooling_is_read_by_sentence_transformers(folder: Path, tmp_path: Path) -> None:
    change = {"pooling_mode_cls_token": True, "pooling_mode_mean_tokens": False}
    change_settings(folder / "1_Pooling/config.json", **change)
    assert isinstance(load_encoder(str(folder), tmp_path), SentenceTransformerEncoder)


def test_weights_that_are_pickles_are_refused(folder: Path, tmp_path: Path) -> None:
    (folder / "model.safetensors").unlink()
    (folder / "pytorch_model.bin").write_bytes(pickle.dumps({"weight": 1}))
    with pytest.raises(EncoderError, match="is a pickle, which is never read"):
        load_encoder(str(folder), tmp_path)


def test_a_module_whose_weights_are_pickles_is_refused(folder: Path, tmp_path: Path) -> None:
    modules = json.loads((folder / "modules.json").read_text())
    modules.append({"idx": 3, "name": "3", "path": "3_Dense", "type": "sentence_transformers.models.Dense"})
    (folder / "modules.json").write_text(json.dumps(modules))
    (folder / "3_Dense").mkdir()
    (folder / "3_Dense" / "pytorch_model.bin").write_bytes(pickle.dumps({"weight": 1}))
    with pytest.raises(EncoderError, match=r"3_Dense.* is a pickle"):
        load_encoder(str(folder), tmp_path)


def test_code_that_comes_with_a_model_is_never_run(folder: Path, tmp_path: Path) -> None:
    ran = tmp_path / "ran"
    (folder / "modeling_own.py").write_text(f"open({str(ran)!r}, 'w')\nclass Own: ...\n")
    modules = json.loads((folder / "modules.json").read_text())
    modules[0]["type"] = "modeling_own.Own"
    (folder / "modules.json").write_text(json.dumps(modules))
    with pytest.raises(EncoderError, match="cannot be loaded"):
        load_encoder(str(folder), tmp_path)
    change_settings(folder / "config.json", model_type="own", auto_map={"AutoModel": "modeling_own.Own"})
    modules[0]["type"] = "sentence_transformers.models.Transformer"
    (folder / "modules.json").write_text(json.dumps(modules))
    with pytest.raises(EncoderError, match="cannot be loaded"):
        load_encoder(str(folder), tmp_path)
    assert not ran.exists()


def test_a_folder_with_no_model_is_refused(tmp_path: Path) -> None:
    with pytest.raises(EncoderError, match="holds no model"):
        load_encoder(str(tmp_path), tmp_path)


@pytest.mark.parametrize("name", ["example/no-such-model", "/no/such/folder", "no such model"])
def test_a_model_that_is_not_on_this_machine_is_not_fetched(name: str, tmp_path: Path) -> None:
    with pytest.raises(EncoderError, match=rf"no model {name} on this machine.*copy the model's folder"):
        load_encoder(name, tmp_path)


@pytest.mark.parametrize("file", ["model.safetensors", "tokenizer.json"])
def test_a_damaged_file_is_told_in_words(folder: Path, tmp_path: Path, file: str) -> None:
    path = folder / file
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])
    with pytest.raises(EncoderError, match=f"{folder} is damaged"):
        load_encoder(str(folder), tmp_path).encode_queries(["監査"])


@pytest.mark.parametrize(
    ("prompts", "query", "passage"),
    [
        ({}, "", ""),
        ({"query": "q: ", "document": "", "passage": "p: "}, "q: ", "p: "),
        ({"query": "検索クエリ: ", "document": "検索文書: "}, "検索クエリ: ", "検索文書: "),
        ({"clustering": "c: "}, "", ""),
    ],
)
def test_prompts_are_found_under_their_usual_names(prompts: dict[str, str], query: str, passage: str) -> None:
    chosen = choose_prompts(prompts)
    assert (chosen.query, chosen.passage) == (query, passage)


def test_importing_the_package_brings_no_heavy_library() -> None:
    heavy = "{'torch', 'transformers', 'sentence_transformers', 'tokenizers', 'safetensors'}"
    code = f"import sys, embeddings; print(sorted({heavy} & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
