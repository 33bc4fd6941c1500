"""Run as a program: the parsing process, slow, with an OCR engine that knows what it will read.

TEST_LOG names a file that gets a line for each text file read and each page that OCR read; TEST_SLOW is how
many seconds each of them takes.
"""

import os
import time
from pathlib import Path

from PIL import Image

from corpus import reading, worker
from corpus.ocr import engines
from corpus.ocr.types import OcrLine
from corpus.reader import FileText, Limits

ENGINE = "made-up"
SCANNED = "走査された頁に書かれた非常用電源の点検記録"
SLOW = float(os.environ.get("TEST_SLOW", "0"))
read_text = reading.READERS[".txt"]


class Engine:
    """Finds the same line in every picture."""

    def __call__(self, image: Image.Image) -> tuple[OcrLine, ...]:
        time.sleep(SLOW)
        note("ocr")
        width, height = image.size
        top, bottom = height * 0.1, height * 0.13
        box = ((width * 0.1, top), (width * 0.9, top), (width * 0.9, bottom), (width * 0.1, bottom))
        return (OcrLine(SCANNED, 0.9, box),)


def read(data: bytes, limits: Limits) -> FileText:
    """A text file, slowly."""
    time.sleep(SLOW)
    found = read_text(data, limits)
    note("read")
    return found


def note(what: str) -> None:
    """A line in the log."""
    if log := os.environ.get("TEST_LOG"):
        with Path(log).open("a", encoding="utf-8") as opened:
            opened.write(f"{what}\n")


if __name__ == "__main__":
    reading.READERS[".txt"] = read
    engines.ENGINES[ENGINE] = Engine
    worker.main()
