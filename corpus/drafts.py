"""Texts of passages in, passages with their numbers, places and printed pages out."""

from collections.abc import Sequence
from dataclasses import dataclass

from corpus.mapped_text import INSERTED, MappedText
from corpus.normalising import is_kept
from corpus.types import ParsedDocument, Passage, Span


@dataclass(frozen=True, slots=True)
class Draft:
    """A passage's headings and text, and the printed pages told for it where its pages carry none (or
    others)."""

    headings: tuple[str, ...]
    text: MappedText
    page_labels: tuple[str, ...] = ()


def finished(parsed: ParsedDocument, drafts: Sequence[Draft]) -> tuple[Passage, ...]:
    """The passages of a document, numbered from 1 in the order given."""
    texts = {page.number: page.text for page in parsed.pages}
    labels = {page.number: page.label for page in parsed.pages}
    passages = []
    for number, draft in enumerate(drafts, 1):
        spans = line_spans(draft.text, texts)
        printed = tuple(dict.fromkeys(label for span in spans if (label := labels[span.page])))
        identity = f"{parsed.document.id[:16]}-{number:05d}"
        passages.append(
            Passage(
                identity,
                parsed.document.id,
                draft.headings,
                draft.text.text,
                spans,
                draft.page_labels or printed,
            )
        )
    return tuple(passages)


def line_spans(text: MappedText, pages: dict[int, str]) -> tuple[Span, ...]:
    """The places of a text on its pages, a span for each line that it touches, in reading order.

    A span holds the white space and noise within its line, so that its other characters are the text's, one
    by one.
    """
    spans: list[Span] = []
    for page, offset in zip(text.pages, text.offsets, strict=True):
        if offset == INSERTED:
            continue
        if spans and spans[-1].page == page and _same_line(pages[page], spans[-1].end, offset):
            spans[-1] = Span(page, spans[-1].start, offset + 1)
        else:
            spans.append(Span(page, offset, offset + 1))
    return tuple(spans)


def _same_line(text: str, end: int, offset: int) -> bool:
    if offset < end:
        return False
    between = text[end:offset]
    return not any(is_kept(character) or character in "\r\n\f\v" for character in between)
