"""Texts of passages in, passages with their numbers, places and printed pages out."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from operator import itemgetter
from typing import Literal

from corpus.mapped_text import INSERTED, MappedText
from corpus.normalising import is_kept
from corpus.types import Page, ParsedDocument, Passage, Span


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
    facing = {page.number: page for page in parsed.pages if page.right}
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
                _side(spans, facing),
            )
        )
    return tuple(passages)


def _side(spans: Iterable[Span], facing: dict[int, Page]) -> Literal["left", "right"] | None:
    """The one of two facing pages that all the spans stand on, None where they stand on both or on a sheet
    that is one page."""
    on_the_right: set[bool] = set()
    for span in spans:
        page = facing.get(span.page)
        if page is None:
            return None
        on_the_right.update(
            _is_right(page, offset) for offset in range(span.start, span.end) if is_kept(page.text[offset])
        )
        if len(on_the_right) > 1:
            return None
    if not on_the_right:
        return None
    return "right" if on_the_right.pop() else "left"


def _is_right(page: Page, offset: int) -> bool:
    before = bisect_right(page.right, offset, key=itemgetter(0)) - 1
    return before >= 0 and offset < page.right[before][1]


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
