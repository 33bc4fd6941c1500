"""What the parsing process and its caller tell each other: one JSON object a line, never a pickle."""

import json
import zlib
from dataclasses import dataclass
from typing import Any

from pydantic import TypeAdapter

from corpus.reader import Limits
from corpus.scanned_pages import waits_for_ocr
from corpus.types import Page, ParsedDocument, Span, SplitDocument

Message = dict[str, Any]

LIMITS = TypeAdapter(Limits)
PAGES = TypeAdapter(tuple[Page, ...])
PARSED = TypeAdapter(ParsedDocument)
SPANS = TypeAdapter(tuple[Span, ...])
SPLIT = TypeAdapter(SplitDocument)

_QUICKLY = 1


@dataclass(frozen=True, slots=True)
class PackedDocument:
    """A split document as compressed JSON, its id, its count of pages and the numbers of those
    that wait for OCR."""

    document_id: str
    packed: bytes
    page_count: int
    unread: tuple[int, ...] = ()


def as_line(message: Message) -> str:
    """A message as one line of ASCII."""
    return json.dumps(message) + "\n"


def pack_document(split: SplitDocument) -> PackedDocument:
    """A split document, packed."""
    pages = split.parsed.pages
    unread = tuple(page.number for page in pages if waits_for_ocr(page))
    packed = zlib.compress(SPLIT.dump_json(split), _QUICKLY)
    return PackedDocument(split.parsed.document.id, packed, len(pages), unread)


def unpack_document(packed: bytes) -> SplitDocument:
    """What `pack_document` packed. Raises ValueError for anything else."""
    try:
        return SPLIT.validate_json(zlib.decompress(packed))
    except zlib.error as error:
        raise ValueError(f"this is no packed document ({error})") from error
