"""What the parsing process and its caller tell each other: one JSON object a line, never a pickle."""

from dataclasses import asdict
from typing import Any

from corpus.reader import Limits
from corpus.types import Document, Page, ParsedDocument, Span

Message = dict[str, Any]


def limits_message(limits: Limits) -> Message:
    """The limits, as the parsing process is started with them."""
    return asdict(limits)


def parsed_message(parsed: ParsedDocument) -> Message:
    """A parsed document as JSON can carry it."""
    return {
        "document": asdict(parsed.document),
        "pages": [
            [page.number, page.label, page.text, page.read_by, page.confidence] for page in parsed.pages
        ],
    }


def parsed_from(message: Message) -> ParsedDocument:
    """The parsed document that `parsed_message` made the message of."""
    pages = tuple(Page(*fields) for fields in message["pages"])
    return ParsedDocument(Document(**message["document"]), pages)


def span_message(span: Span) -> list[int]:
    """A span as JSON can carry it."""
    return [span.page, span.start, span.end]


def span_from(message: list[int]) -> Span:
    """The span that `span_message` made the message of."""
    return Span(*message)
