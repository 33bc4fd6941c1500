"""The system's Tesseract with its Japanese data, run as a program of its own."""

import csv
import io
import os
import re
import shutil
import subprocess
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from PIL import Image

from corpus.ocr.types import OcrLine, OcrUnavailable

_SECONDS = 300
_CELL_GAP = 1.5
_LETTERS = re.compile(r"[A-Za-z0-9.,%]")
_WORD = "5"


@dataclass(frozen=True, slots=True)
class _Word:
    text: str
    confidence: float
    left: int
    top: int
    right: int
    bottom: int


class TesseractEngine:
    """Reads Japanese set across the page with Tesseract (LSTM), on one thread. Raises OcrUnavailable where it
    or its Japanese data is not installed."""

    def __init__(self) -> None:
        tesseract_fingerprint()

    def __call__(self, image: Image.Image) -> tuple[OcrLine, ...]:
        """The lines of the picture; one with wide gaps is parted there."""
        picture = io.BytesIO()
        image.convert("L").save(picture, "PNG")
        told = _run(["stdin", "stdout", "-l", "jpn", "--psm", "3", "tsv"], picture.getvalue())
        return tuple(line for words in _lines(told) for line in _parted(words))


@cache
def tesseract_fingerprint() -> str:
    """Tesseract's version. Raises OcrUnavailable."""
    if shutil.which("tesseract") is None:
        raise OcrUnavailable(
            "OCR with tesseract needs the program and its Japanese data; "
            "on Debian: apt-get install tesseract-ocr tesseract-ocr-jpn"
        )
    if "jpn" not in _run(["--list-langs"], b"").split():
        raise OcrUnavailable(
            "tesseract has no Japanese data here; on Debian: apt-get install tesseract-ocr-jpn"
        )
    return _run(["--version"], b"").split("\n")[0].replace(" ", "-")


def _run(arguments: Sequence[str], given: bytes) -> str:
    try:
        done = subprocess.run(
            ["tesseract", *arguments],
            input=given,
            capture_output=True,
            timeout=_SECONDS,
            check=False,
            env=os.environ | {"OMP_THREAD_LIMIT": "1"},
        )
    except subprocess.TimeoutExpired:
        raise TimeoutError(f"tesseract took more than {_SECONDS} seconds for a page") from None
    if done.returncode:
        raise OSError(f"tesseract failed: {done.stderr.decode(errors='replace').strip()[-200:]}")
    return done.stdout.decode("utf-8", errors="replace")


def _lines(table: str) -> list[list[_Word]]:
    """The words of each line of tesseract's table (TSV)."""
    lines: dict[tuple[str, ...], list[_Word]] = {}
    for row in csv.DictReader(io.StringIO(table), delimiter="\t", quoting=csv.QUOTE_NONE):
        if row["level"] != _WORD or not (row["text"] or "").strip():
            continue
        left, top = int(row["left"]), int(row["top"])
        word = _Word(
            row["text"].strip(),
            max(float(row["conf"]), 0.0) / 100,
            left,
            top,
            left + int(row["width"]),
            top + int(row["height"]),
        )
        lines.setdefault((row["block_num"], row["par_num"], row["line_num"]), []).append(word)
    return list(lines.values())


def _parted(words: Sequence[_Word]) -> Iterator[OcrLine]:
    height = max(word.bottom - word.top for word in words)
    piece: list[_Word] = []
    for word in words:
        if piece and word.left - piece[-1].right > _CELL_GAP * height:
            yield _line(piece)
            piece = []
        piece.append(word)
    yield _line(piece)


def _line(words: Sequence[_Word]) -> OcrLine:
    text = ""
    for word in words:
        apart = text and _LETTERS.match(text[-1]) and _LETTERS.match(word.text[0])
        text += (" " if apart else "") + word.text
    characters = sum(len(word.text) for word in words)
    confidence = sum(word.confidence * len(word.text) for word in words) / characters
    left, right = min(word.left for word in words), max(word.right for word in words)
    top, bottom = min(word.top for word in words), max(word.bottom for word in words)
    return OcrLine(text, confidence, ((left, top), (right, top), (right, bottom), (left, bottom)))
