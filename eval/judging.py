"""Hits in, right or wrong out."""

import unicodedata
from pathlib import PurePosixPath

from corpus import squeeze
from eval.questions import Place
from index.types import Hit


def file_name(path: str) -> str:
    """The name by which a question names a document: the last part of its path, NFC."""
    return unicodedata.normalize("NFC", PurePosixPath(path).name)


def is_right(hit: Hit, place: Place) -> bool:
    """Whether a hit is of the place's document, and stands on one of its pages or holds one of its quotes."""
    if file_name(hit.document.path) != file_name(place.document):
        return False
    if hit.document.page_count and set(place.pages) & set(hit.passage.page_numbers):
        return True
    text = squeeze(hit.passage.text)
    return any(squeeze(quote) in text for quote in place.quotes)


def page_words(hit: Hit) -> str:
    """The pages of a hit in words, such as "p.12"; "" where the file has none of its own."""
    if not hit.document.page_count:
        return ""
    return "p." + ",".join(str(page) for page in hit.passage.page_numbers)


def place_words(place: Place) -> str:
    """A right place in words, such as "報告書.pdf p.12 「…」"."""
    pages = "p." + ",".join(str(page) for page in place.pages) if place.pages else ""
    quote = f"「{place.quotes[0]}」" if place.quotes else ""
    return " ".join(part for part in (file_name(place.document), pages, quote) if part)
