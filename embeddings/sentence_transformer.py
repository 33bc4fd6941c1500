"""A sentence-transformers model on this machine in, an Encoder out; nothing fetched, no code of it run."""

import os
import threading
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from embeddings.batching import batches_by_length
from embeddings.errors import EncoderError
from embeddings.model_folder import check_weights, choose_prompts, fingerprint
from embeddings.types import Progress, Vectors

if TYPE_CHECKING:
    import torch

CHARACTERS_A_BATCH = 2048
"""Some 1,024 tokens of Japanese: measured best on two cores, larger batches leave the processor's cache."""


class SentenceTransformerEncoder:
    """An Encoder over a sentence-transformers folder, its weights in the safetensors format.

    `dtype` is the precision it computes in, by default the processor's fastest. Raises EncoderError where the
    folder holds no model, holds pickles, or wants code of its own to be run.
    """

    def __init__(self, name: str, folder: Path, memory: Path, dtype: "torch.dtype | None" = None) -> None:
        check_weights(folder)
        os.environ.setdefault("HF_HUB_OFFLINE", "1")
        from sentence_transformers import SentenceTransformer
        from transformers.utils.logging import disable_progress_bar

        from embeddings.precision import fastest_dtype

        disable_progress_bar()  # type: ignore[no-untyped-call]
        try:
            model = SentenceTransformer(
                str(folder),
                device="cpu",
                trust_remote_code=False,
                local_files_only=True,
                model_kwargs={"use_safetensors": True},
            )
        except Exception as error:  # each kind of model raises its own
            reason = str(error).strip().split("\n", 1)[0]
            raise EncoderError(f"the model in {folder} cannot be loaded: {reason}") from error
        self._model = model.eval().to(dtype or fastest_dtype())
        self._prompts = choose_prompts(model.prompts)
        self._lock = threading.Lock()
        self.name = name
        self.dimension = int(model.get_embedding_dimension() or 0)
        self.fingerprint = fingerprint(folder, memory)

    def encode_queries(self, texts: Sequence[str]) -> Vectors:
        """One vector a query, the model's query prompt put before each."""
        return self._encode(texts, self._model.encode_query, self._prompts.query, None)

    def encode_passages(self, texts: Sequence[str], progress: Progress | None = None) -> Vectors:
        """One vector a passage, the model's passage prompt put before each."""
        return self._encode(texts, self._model.encode_document, self._prompts.passage, progress)

    def _encode(
        self, texts: Sequence[str], encode: Callable[..., Any], prompt: str, progress: Progress | None
    ) -> Vectors:
        from torch.nn.functional import normalize

        vectors = np.empty((len(texts), self.dimension), np.float32)
        done = 0
        for positions in batches_by_length([len(text) for text in texts], CHARACTERS_A_BATCH):
            with self._lock:  # a model may keep state while it encodes
                rows = encode(
                    [texts[position] for position in positions],
                    prompt=prompt,
                    batch_size=len(positions),
                    show_progress_bar=False,
                    convert_to_tensor=True,
                )
            vectors[positions] = normalize(rows.float(), dim=1).numpy()
            done += len(positions)
            if progress:
                progress(done, len(texts))
        return vectors
