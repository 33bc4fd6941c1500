"""The name of an OCR engine in, the engine out."""

from collections.abc import Callable
from functools import cache
from typing import TypeVar

from corpus.ocr.pages import READING_VERSION
from corpus.ocr.rapid import RapidEngine, rapid_fingerprint
from corpus.ocr.tesseract import TesseractEngine, tesseract_fingerprint
from corpus.ocr.types import OcrEngine

Made = TypeVar("Made")

DEFAULT_ENGINE = "rapidocr"

ENGINES: dict[str, Callable[[], OcrEngine]] = {"rapidocr": RapidEngine, "tesseract": TesseractEngine}
"""How each engine is made; making one loads its models."""

_FINGERPRINTS: dict[str, Callable[[], str]] = {
    "rapidocr": rapid_fingerprint,
    "tesseract": tesseract_fingerprint,
}


@cache
def load_engine(name: str = DEFAULT_ENGINE) -> OcrEngine:
    """The engine of that name, made once in a process. Raises OcrUnavailable where it is not installed,
    ValueError for another name."""
    return _known(name, ENGINES)()


@cache
def engine_fingerprint(name: str = DEFAULT_ENGINE) -> str:
    """Engine, versions, models and our own reading: pages read under the same one are the same. Cheap: no
    model is loaded. Raises as load_engine."""
    return f"{name}+{_known(name, _FINGERPRINTS)()}+reading-{READING_VERSION}"


def _known(name: str, made: dict[str, Callable[[], Made]]) -> Callable[[], Made]:
    if name not in made:
        raise ValueError(f"no OCR engine {name}; there are {', '.join(made)}")
    return made[name]
