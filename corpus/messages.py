"""What the parsing process and its caller tell each other: one JSON object a line, never a pickle."""

import json
from typing import Any

from pydantic import TypeAdapter

from corpus.reader import Limits
from corpus.types import Page, ParsedDocument, Span, SplitDocument

Message = dict[str, Any]

LIMITS = TypeAdapter(Limits)
PAGES = TypeAdapter(tuple[Page, ...])
PARSED = TypeAdapter(ParsedDocument)
SPANS = TypeAdapter(tuple[Span, ...])
SPLIT = TypeAdapter(SplitDocument)


def as_line(message: Message) -> str:
    """A message as one line of ASCII."""
    return json.dumps(message) + "\n"
