"""A sentence-transformers folder in; what it says of itself out, without importing torch."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from embeddings.errors import EncoderError
from embeddings.hashing import combined_sha256

PASSAGE_PROMPTS = ("passage", "document", "corpus")
PICKLES = (".bin", ".pt", ".pth", ".ckpt")
SETTINGS_THAT_CHANGE_VECTORS = (
    "config.json",
    "modules.json",
    "sentence_bert_config.json",
    "config_sentence_transformers.json",
)
TOKENIZER_FILES = (
    "tokenizer.json",
    "tokenizer_config.json",
    "vocab.txt",
    "spiece.model",
    "sentencepiece.bpe.model",
)
PLAIN_MODULES = ("Transformer", "Pooling", "Normalize")
PLAIN_BERT = {"model_type": "bert", "hidden_act": "gelu"}


@dataclass(frozen=True, slots=True)
class Prompts:
    """What stands before each query and each passage; empty where the model wants nothing there."""

    query: str
    passage: str


def read_prompts(folder: Path) -> Prompts:
    """The prompts that a model's folder names."""
    prompts = read_settings(folder, "config_sentence_transformers.json").get("prompts") or {}
    return choose_prompts(prompts)


def choose_prompts(prompts: Mapping[str, str | None]) -> Prompts:
    """The prompts of a query and of a passage, under whichever of the usual names the model has them."""
    passage = next((prompt for name in PASSAGE_PROMPTS if (prompt := prompts.get(name))), "")
    return Prompts(query=prompts.get("query") or "", passage=passage)


def read_settings(folder: Path, name: str) -> Any:
    """A JSON file of the folder, an empty dict where there is none. Raises EncoderError if it is no JSON."""
    path = folder / name
    if not path.is_file():
        return {}
    try:
        return json.loads(path.read_text(encoding="utf-8"))
    except ValueError as error:
        raise EncoderError(f"{path} is not a JSON file: {error}") from error


def module_folders(folder: Path) -> list[Path]:
    """The folders of the model's modules, its own among them."""
    inside = [folder / module.get("path", "") for module in read_settings(folder, "modules.json")]
    return list(dict.fromkeys([folder, *inside]))


def check_weights(folder: Path) -> None:
    """Raise EncoderError where weights are pickles, which can run code when read, or there are none."""
    found = False
    for place in module_folders(folder):
        files = sorted(place.iterdir()) if place.is_dir() else []
        safe = [path for path in files if path.suffix == ".safetensors"]
        pickles = [path for path in files if path.suffix in PICKLES and path.name != "training_args.bin"]
        if pickles and not safe:
            raise EncoderError(
                f"{pickles[0]} is a pickle, which is never read: only weights in the safetensors format are"
            )
        found = found or bool(safe)
    if not found:
        raise EncoderError(f"{folder} holds no model: there are no weights in the safetensors format in it")


def fingerprint(folder: Path, memory: Path) -> str:
    """A hash over the weights and all settings that change vectors; `memory` as in `remembered_sha256`."""
    names = [
        path.relative_to(folder).as_posix()
        for place in module_folders(folder)
        for path in (place.iterdir() if place.is_dir() else ())
        if path.suffix == ".safetensors"
        or path.name in SETTINGS_THAT_CHANGE_VECTORS
        or path.name in TOKENIZER_FILES
    ]
    return combined_sha256(folder, names, memory)


def is_plain_bert(folder: Path) -> bool:
    """Whether the model is a BERT encoder with mean pooling and Normalize and nothing more, in one file."""
    modules = [
        (str(module.get("type", "")).rsplit(".", 1)[-1], module.get("path", ""))
        for module in read_settings(folder, "modules.json")
    ]
    if tuple(kind for kind, _ in modules) != PLAIN_MODULES or modules[0][1]:
        return False
    config = read_settings(folder, "config.json")
    return (
        all(config.get(name) == value for name, value in PLAIN_BERT.items())
        and config.get("position_embedding_type", "absolute") == "absolute"
        and not config.get("auto_map")
        and not read_settings(folder, "sentence_bert_config.json").get("do_lower_case")
        and _is_mean_pooling(read_settings(folder / modules[1][1], "config.json"))
        and (folder / "model.safetensors").is_file()
        and (folder / "tokenizer.json").is_file()
    )


def _is_mean_pooling(config: dict[str, Any]) -> bool:
    modes = {name for name, value in config.items() if name.startswith("pooling_mode_") and value}
    mean = config.get("pooling_mode") == "mean" or modes == {"pooling_mode_mean_tokens"}
    return mean and config.get("include_prompt", True) is True
