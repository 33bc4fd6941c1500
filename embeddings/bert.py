"""Token ids in, one vector a text out: a BERT encoder with mean pooling, in plain torch.

The same arithmetic as transformers' BertModel (Devlin et al. 2019, arXiv:1810.04805). It stands here because
importing sentence-transformers, or transformers' modelling code, takes longer than a whole search may take.
"""

import json
from dataclasses import dataclass
from pathlib import Path

import torch
from safetensors import safe_open
from torch import Tensor
from torch.nn.functional import gelu, layer_norm, linear, normalize, scaled_dot_product_attention


@dataclass(frozen=True, slots=True)
class Affine:
    """A matrix (or, in a layer norm, a row) of weights and its bias."""

    weight: Tensor
    bias: Tensor


@dataclass(frozen=True, slots=True)
class Layer:
    """One transformer layer; query, key and value stand in one matrix, in this order."""

    attention: Affine
    attention_output: Affine
    attention_norm: Affine
    intermediate: Affine
    output: Affine
    output_norm: Affine


@dataclass(frozen=True, slots=True)
class Bert:
    """The weights of an encoder, in the precision they are computed in (word embeddings: as stored)."""

    words: Tensor
    positions: Tensor
    embedding_norm: Affine
    layers: tuple[Layer, ...]
    heads: int
    epsilon: float

    @property
    def dimension(self) -> int:
        return self.words.shape[1]

    @property
    def dtype(self) -> torch.dtype:
        """What it computes in; the word embeddings may be stored otherwise."""
        return self.positions.dtype

    def mean_vectors(self, ids: Tensor, mask: Tensor | None) -> Tensor:
        """The mean of each text's last hidden states, of length 1, as float32.

        `ids` has the shape (texts, length); `mask` the same, true where a token stands, or None where no text
        is shorter than the others.
        """
        states = self.hidden_states(ids, mask).float()
        if mask is None:
            return normalize(states.mean(dim=1), dim=1)
        return normalize((states * mask.unsqueeze(-1)).sum(dim=1), dim=1)

    def hidden_states(self, ids: Tensor, mask: Tensor | None) -> Tensor:
        """The last layer's states, of the shape (texts, length, dimension)."""
        states = self.words[ids].to(self.dtype) + self.positions[: ids.shape[1]]
        states = self._norm(states, self.embedding_norm)
        seen = None if mask is None else mask[:, None, None, :]
        for layer in self.layers:
            attended = linear(self._attend(states, layer.attention, seen), *_both(layer.attention_output))
            states = self._norm(states + attended, layer.attention_norm)
            inner = gelu(linear(states, *_both(layer.intermediate)))
            states = self._norm(states + linear(inner, *_both(layer.output)), layer.output_norm)
        return states

    def _attend(self, states: Tensor, projection: Affine, seen: Tensor | None) -> Tensor:
        texts, length, dimension = states.shape
        split = linear(states, *_both(projection)).view(texts, length, 3, self.heads, dimension // self.heads)
        query, key, value = split.permute(2, 0, 3, 1, 4)
        attended = scaled_dot_product_attention(query, key, value, attn_mask=seen)
        return attended.transpose(1, 2).reshape(texts, length, dimension)

    def _norm(self, states: Tensor, norm: Affine) -> Tensor:
        return layer_norm(states, (self.dimension,), norm.weight, norm.bias, self.epsilon)


def _both(affine: Affine) -> tuple[Tensor, Tensor]:
    return affine.weight, affine.bias


def load_bert(folder: Path, dtype: torch.dtype) -> Bert:
    """The encoder in a folder's config.json and model.safetensors; word embeddings are mapped, not read."""
    config = json.loads((folder / "config.json").read_text(encoding="utf-8"))
    with safe_open(folder / "model.safetensors", framework="pt") as weights:

        def tensor(name: str) -> Tensor:
            stored: Tensor = weights.get_tensor(name)
            return stored.to(dtype)

        def affine(*names: str) -> Affine:
            return Affine(
                torch.cat([tensor(f"{name}.weight") for name in names]),
                torch.cat([tensor(f"{name}.bias") for name in names]),
            )

        def layer(number: int) -> Layer:
            inside = f"encoder.layer.{number}"
            heads = f"{inside}.attention.self"
            return Layer(
                attention=affine(f"{heads}.query", f"{heads}.key", f"{heads}.value"),
                attention_output=affine(f"{inside}.attention.output.dense"),
                attention_norm=affine(f"{inside}.attention.output.LayerNorm"),
                intermediate=affine(f"{inside}.intermediate.dense"),
                output=affine(f"{inside}.output.dense"),
                output_norm=affine(f"{inside}.output.LayerNorm"),
            )

        token_type = tensor("embeddings.token_type_embeddings.weight")[0]
        return Bert(
            words=weights.get_tensor("embeddings.word_embeddings.weight"),
            positions=tensor("embeddings.position_embeddings.weight") + token_type,
            embedding_norm=affine("embeddings.LayerNorm"),
            layers=tuple(layer(number) for number in range(config["num_hidden_layers"])),
            heads=config["num_attention_heads"],
            epsilon=config["layer_norm_eps"],
        )
