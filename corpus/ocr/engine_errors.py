"""A picture and an engine in, its lines out; whatever fails in the engine becomes one sentence."""

from PIL import Image

from corpus.ocr.types import OcrEngine, OcrLine, OcrUnavailable
from corpus.reader import UnreadableFile


def read_lines(image: Image.Image, engine: OcrEngine) -> tuple[OcrLine, ...]:
    """The lines that an engine reads. Raises UnreadableFile where it fails, and OcrUnavailable."""
    try:
        return engine(image)
    except (OcrUnavailable, UnreadableFile, MemoryError):
        raise
    except Exception as error:  # an engine's runtime raises what it likes
        raise UnreadableFile(f"OCR failed on it ({type(error).__name__})") from error
