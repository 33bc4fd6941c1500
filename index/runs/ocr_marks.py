"""An OCR engine's name in, the marks by which what it read is known out."""

from dataclasses import dataclass

from corpus import Limits
from index.types import Notice


@dataclass(frozen=True, slots=True)
class OcrMarks:
    """The marks of one OCR engine, both "" for none.

    `whole` is its fingerprint. Pages that were too much for the limits, and documents with such pages, bear
    `within`, the fingerprint with these limits: under others they are tried again.
    """

    whole: str = ""
    within: str = ""

    @property
    def known(self) -> tuple[str, ...]:
        """The marks of all that needs no OCR again."""
        return (self.whole, self.within) if self.whole else ()


def ocr_marks(engine: str, limits: Limits) -> tuple[OcrMarks, tuple[Notice, ...]]:
    """The marks of the engine of that name; none for "none" or where it is not there, which is told."""
    if engine == "none":
        return OcrMarks(), ()
    from corpus.ocr.engines import engine_fingerprint
    from corpus.ocr.types import OcrUnavailable

    try:
        whole = engine_fingerprint(engine)
    except OcrUnavailable as error:
        return OcrMarks(), (Notice("OCR", f"{error}; pages that only OCR can read stay unread"),)
    most = f"{limits.seconds:g} s, {limits.memory_megabytes} MiB, {limits.pixels} pixels"
    return OcrMarks(whole, f"{whole} within {most}"), ()
