"""A sentence-transformers CrossEncoder on this machine in, a Reranker out; no code of its own is run."""

import os
import threading
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from embeddings.errors import EncoderError, RerankerError
from embeddings.loading import locate_model
from embeddings.model_folder import check_weights, read_settings
from embeddings.types import Relevances

PAIRS_A_BATCH = 8
TRAINED_TO_SCORE = ("ForSequenceClassification", "ForCausalLM")
"""How the architectures end that come with a head that gives scores; any other would get a random one."""
PROBE = "監査の結果" * 250
"""As long as a passage with its title and headings gets; a model that cannot bear it fails when loaded."""


def load_reranker(name: str) -> "CrossEncoderReranker":
    """The reranker that `name` means: a folder, or a model's name in the Hugging Face cache.

    Raises RerankerError, in words, where it is not on this machine, not safe to load, damaged, or none.
    """
    try:
        folder = locate_model(name)
        check_weights(folder)
        _check_head(folder)
    except EncoderError as error:
        raise RerankerError(str(error)) from error
    return CrossEncoderReranker(name, folder)


class CrossEncoderReranker:
    """A Reranker over a CrossEncoder's folder. Threads may share one."""

    def __init__(self, name: str, folder: Path) -> None:
        os.environ.setdefault("HF_HUB_OFFLINE", "1")
        from sentence_transformers import CrossEncoder
        from transformers.utils.logging import disable_progress_bar

        from embeddings.precision import fastest_dtype

        disable_progress_bar()  # type: ignore[no-untyped-call]
        self.name = name
        self._lock = threading.Lock()
        try:
            model = CrossEncoder(
                str(folder),
                device="cpu",
                trust_remote_code=False,
                local_files_only=True,
                model_kwargs={"use_safetensors": True},
            )
            self._model = model.eval().to(fastest_dtype())
            scores = self.score(PROBE[:20], [PROBE, ""])
        except Exception as error:  # each kind of model raises its own
            reason = str(error).strip().split("\n", 1)[0]
            raise RerankerError(f"the reranker in {folder} cannot be used: {reason}") from error
        if scores.shape != (2,) or not np.isfinite(scores).all():
            raise RerankerError(
                f"the reranker in {folder} cannot be used: it must give one score a text, "
                f"it gives {scores.tolist()} for two"
            )

    def score(self, query: str, texts: Sequence[str]) -> Relevances:
        """What the model gives each text before any squashing; a long one is cut at the model's limit."""
        import torch

        if not texts:
            return np.empty(0, np.float32)
        with self._lock:  # a model may keep state while it scores
            scores = self._model.predict(
                [(query, text) for text in texts],
                batch_size=PAIRS_A_BATCH,
                show_progress_bar=False,
                activation_fn=torch.nn.Identity(),
            )
        return np.asarray(scores, np.float32)


def _check_head(folder: Path) -> None:
    architectures = read_settings(folder, "config.json").get("architectures") or ["nothing"]
    if not str(architectures[0]).endswith(TRAINED_TO_SCORE):
        raise RerankerError(
            f"{folder} holds no cross-encoder: its config.json names {architectures[0]}, "
            "which was not trained to score a query with a text"
        )
