"""A packed model in, the files of an ordinary sentence-transformers folder out.

Matrices are stored as float16 (the four-bit weights fit it to within 0.2 % of their spread; half the disk of
float32, and eight times as precise as bfloat16), biases and layer norms as float32.
"""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from safetensors.numpy import save_file

from embeddings.packed import Architecture, PackedModel, Vocabulary
from embeddings.types import Progress
from embeddings.unigram import build_tokenizer

PROMPTS = {"query": "query: ", "passage": "passage: ", "document": "passage: "}
"""`document` is where sentence-transformers' encode_document looks first."""
ORIGIN = "intfloat/multilingual-e5-small"

LAYER_PARTS = {
    "attention.self.query": "q",
    "attention.self.key": "k",
    "attention.self.value": "v",
    "attention.output.dense": "ao",
    "attention.output.LayerNorm": "aln",
    "intermediate.dense": "fi",
    "output.dense": "fo",
    "output.LayerNorm": "oln",
}
"""BERT's names of a layer's parts, and those of the packed file."""

Tensors = dict[str, NDArray[np.generic]]


def write_folder(folder: Path, model: PackedModel, progress: Progress) -> None:
    """Write all files of the model; `progress` counts tensors, the tokenizer being the last."""
    total = len(model.places) + 1
    tensors: Tensors = {}
    for name, values in bert_tensors(model):
        tensors[name] = values
        progress(min(len(tensors), total - 1), total)
    save_file(tensors, folder / "model.safetensors", metadata={"format": "pt"})
    # It is written for its owner alone, but a cache may serve a whole office.
    (folder / "model.safetensors").chmod(0o644)
    build_tokenizer(model.vocabulary).save(str(folder / "tokenizer.json"), pretty=False)
    for name, content in settings_files(model.architecture, model.vocabulary).items():
        path = folder / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(json.dumps(content, indent=2) + "\n", encoding="utf-8")
    progress(total, total)


def bert_tensors(model: PackedModel) -> Iterator[tuple[str, NDArray[np.generic]]]:
    """The tensors of a BertModel, by its names."""
    sizes = model.architecture

    def matrix(name: str, columns: int) -> NDArray[np.generic]:
        return model.tensor(name).reshape(-1, columns).astype(np.float16)

    yield "embeddings.word_embeddings.weight", matrix("emb.word", sizes.hidden)
    yield "embeddings.position_embeddings.weight", matrix("emb.pos", sizes.hidden)
    yield "embeddings.token_type_embeddings.weight", matrix("emb.type", sizes.hidden)
    yield "embeddings.LayerNorm.weight", model.tensor("emb.ln.w")
    yield "embeddings.LayerNorm.bias", model.tensor("emb.ln.b")
    for layer in range(sizes.layers):
        for part, packed in LAYER_PARTS.items():
            name, prefix = f"encoder.layer.{layer}.{part}", f"l{layer}.{packed}"
            columns = sizes.feed_forward if part == "output.dense" else sizes.hidden
            is_norm = part.endswith("LayerNorm")
            yield f"{name}.weight", model.tensor(f"{prefix}.w") if is_norm else matrix(f"{prefix}.w", columns)
            yield f"{name}.bias", model.tensor(f"{prefix}.b")
    # Mean pooling never uses BERT's pooler, but a BertModel without its weights is loaded with a warning.
    yield "pooler.dense.weight", np.zeros((sizes.hidden, sizes.hidden), np.float16)
    yield "pooler.dense.bias", np.zeros(sizes.hidden, np.float32)


def settings_files(sizes: Architecture, vocabulary: Vocabulary) -> dict[str, Any]:
    """The JSON files of the folder, by their path in it."""
    return {
        "config.json": _bert_config(sizes, vocabulary),
        "tokenizer_config.json": _tokenizer_config(sizes, vocabulary),
        "modules.json": [
            {"idx": 0, "name": "0", "path": "", "type": "sentence_transformers.models.Transformer"},
            {"idx": 1, "name": "1", "path": "1_Pooling", "type": "sentence_transformers.models.Pooling"},
            {"idx": 2, "name": "2", "path": "2_Normalize", "type": "sentence_transformers.models.Normalize"},
        ],
        "sentence_bert_config.json": {"max_seq_length": sizes.positions, "do_lower_case": False},
        "config_sentence_transformers.json": {
            "prompts": PROMPTS,
            "default_prompt_name": None,
            "similarity_fn_name": "cosine",
        },
        "1_Pooling/config.json": {
            "word_embedding_dimension": sizes.hidden,
            "pooling_mode_cls_token": False,
            "pooling_mode_mean_tokens": True,
            "pooling_mode_max_tokens": False,
            "pooling_mode_mean_sqrt_len_tokens": False,
        },
        "2_Normalize/config.json": {},
    }


def _bert_config(sizes: Architecture, vocabulary: Vocabulary) -> dict[str, Any]:
    return {
        "_name_or_path": ORIGIN,
        "architectures": ["BertModel"],
        "model_type": "bert",
        "dtype": "float32",
        "hidden_act": "gelu",
        "hidden_size": sizes.hidden,
        "num_hidden_layers": sizes.layers,
        "num_attention_heads": sizes.heads,
        "intermediate_size": sizes.feed_forward,
        "max_position_embeddings": sizes.positions,
        "type_vocab_size": sizes.token_types,
        "vocab_size": sizes.vocabulary,
        "layer_norm_eps": sizes.epsilon,
        "pad_token_id": vocabulary.pad,
        "tokenizer_class": "PreTrainedTokenizerFast",
    }


def _tokenizer_config(sizes: Architecture, vocabulary: Vocabulary) -> dict[str, Any]:
    begin, end = vocabulary.pieces[vocabulary.begin], vocabulary.pieces[vocabulary.end]
    return {
        # Not XLMRobertaTokenizer: some versions of transformers build its pipeline anew from the vocabulary.
        "tokenizer_class": "PreTrainedTokenizerFast",
        "model_max_length": sizes.positions,
        "bos_token": begin,
        "cls_token": begin,
        "eos_token": end,
        "sep_token": end,
        "pad_token": vocabulary.pieces[vocabulary.pad],
        "unk_token": vocabulary.pieces[vocabulary.unknown],
        "mask_token": "<mask>",
    }
