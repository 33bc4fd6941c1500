"""A folder with a plain BERT model in, an Encoder out: quick to begin, because only torch is imported."""

import threading
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from embeddings.batching import batches_by_length
from embeddings.errors import EncoderError
from embeddings.model_folder import fingerprint, read_prompts, read_settings
from embeddings.types import Progress, Vectors

if TYPE_CHECKING:
    import torch
    from tokenizers import Tokenizer
    from torch import Tensor

    from embeddings.bert import Bert

TOKENS_A_BATCH = 1024
"""Measured best on two cores: larger batches leave the processor's cache."""
TEXTS_A_WINDOW = 4096
"""How many texts are tokenised and sorted at a time, so that memory does not grow with their number."""


@dataclass(frozen=True, slots=True)
class Loaded:
    """What is read when the first text comes."""

    bert: "Bert"
    tokenizer: "Tokenizer"
    pad: int


class BertEncoder:
    """An Encoder over a folder of which `is_plain_bert` is true; equal to sentence-transformers' vectors.

    The weights are read when the first text is encoded, so that whoever only asks for its name, dimension or
    fingerprint need not wait. `dtype` is the precision it computes in, by default the processor's fastest.
    """

    def __init__(self, name: str, folder: Path, memory: Path, dtype: "torch.dtype | None" = None) -> None:
        config = read_settings(folder, "config.json")
        self.name = name
        self.dimension = int(config["hidden_size"])
        self.fingerprint = fingerprint(folder, memory)
        self._folder, self._dtype = folder, dtype
        self.prompts = read_prompts(folder)
        longest = int(config["max_position_embeddings"])
        told = read_settings(folder, "sentence_bert_config.json").get("max_seq_length")
        self._max_tokens = min(longest, told or longest)
        self._pad = int(config.get("pad_token_id", 0))
        self._lock = threading.Lock()
        self._loaded: Loaded | None = None

    def encode_queries(self, texts: Sequence[str]) -> Vectors:
        """One vector a query, the model's query prompt put before each."""
        return self._encode([self.prompts.query + text for text in texts], None)

    def encode_passages(self, texts: Sequence[str], progress: Progress | None = None) -> Vectors:
        """One vector a passage, the model's passage prompt put before each."""
        return self._encode([self.prompts.passage + text for text in texts], progress)

    def load(self) -> Loaded:
        """What the model is made of, read once. Raises EncoderError where a file of it is damaged."""
        with self._lock:
            if self._loaded is None:
                self._loaded = self._read()
        return self._loaded

    def _read(self) -> Loaded:
        from tokenizers import Tokenizer

        from embeddings.bert import load_bert
        from embeddings.precision import fastest_dtype

        try:
            tokenizer = Tokenizer.from_file(str(self._folder / "tokenizer.json"))
            bert = load_bert(self._folder, self._dtype or fastest_dtype())
        except Exception as error:  # tokenizers raises nothing narrower
            raise EncoderError(f"the model in {self._folder} is damaged: {error}") from error
        tokenizer.no_padding()
        tokenizer.enable_truncation(self._max_tokens)
        return Loaded(bert, tokenizer, self._pad)

    def _encode(self, texts: list[str], progress: Progress | None) -> Vectors:
        vectors = np.empty((len(texts), self.dimension), np.float32)
        done = 0
        for start in range(0, len(texts), TEXTS_A_WINDOW):
            window = texts[start : start + TEXTS_A_WINDOW]
            for positions, rows in self._encode_window(window):
                vectors[[start + position for position in positions]] = rows
                done += len(positions)
                if progress:
                    progress(done, len(texts))
        return vectors

    def _encode_window(self, texts: list[str]) -> Iterator[tuple[list[int], Vectors]]:
        import torch

        loaded = self.load()
        ids = [encoding.ids for encoding in loaded.tokenizer.encode_batch_fast(texts)]
        for positions in batches_by_length([len(text) for text in ids], TOKENS_A_BATCH):
            with torch.inference_mode():
                batch, mask = pad_batch([ids[position] for position in positions], loaded.pad)
                yield positions, loaded.bert.mean_vectors(batch, mask).numpy()


def pad_batch(ids: list[list[int]], pad: int) -> "tuple[Tensor, Tensor | None]":
    """Ids of the shape (texts, longest), and where a token stands; None if all are of one length."""
    import torch

    longest = max(map(len, ids))
    batch = torch.tensor([text + [pad] * (longest - len(text)) for text in ids])
    if all(len(text) == longest for text in ids):
        return batch, None
    return batch, torch.tensor([[True] * len(text) + [False] * (longest - len(text)) for text in ids])
