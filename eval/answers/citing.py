"""A citation and the right places in; the page that its quote stands on, and whether that is right, out."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from corpus import locate, squeeze
from corpus.types import Page, Passage, Span
from eval.judging import file_name
from eval.questions import Place
from qa.types import Citation

ReadPages = Callable[[Passage], Sequence[Page]]
"""Gives the pages that a passage stands on, with their text."""


@dataclass(frozen=True, slots=True)
class JudgedCitation:
    """A citation with the pages that its quote stands on, in the file's numbers.

    `verbatim` tells whether the quote is word for word in the passage and found on its pages; `right` holds
    the numbers, from 0, of the question's places that the citation leads to.
    """

    citation: Citation
    pages: tuple[int, ...]
    verbatim: bool
    right: frozenset[int]


def judge_citation(citation: Citation, places: Sequence[Place], read_pages: ReadPages) -> JudgedCitation:
    """What is right about one citation.

    It leads to a place where its quote, not only its passage, stands on one of the place's pages, or on a
    page that holds one of the place's quotes; in a file without pages the passage must hold that.
    """
    pages = read_pages(citation.hit.passage)
    spans = locate_quote(citation, pages)
    texts = {page.number: page.text for page in pages}
    found = squeeze("".join(texts[span.page][span.start : span.end] for span in spans))
    numbers = tuple(sorted({span.page for span in spans})) or citation.hit.passage.page_numbers
    here = [text for number, text in texts.items() if number in numbers]
    return JudgedCitation(
        citation,
        numbers,
        bool(spans) and found == squeeze(citation.quote),
        frozenset(at for at, place in enumerate(places) if leads_to(citation, numbers, here, place)),
    )


def locate_quote(citation: Citation, pages: Sequence[Page]) -> tuple[Span, ...]:
    """Where a quote stands on its pages; nowhere for one that is not word for word in its passage."""
    passage = citation.hit.passage
    start = passage.text.find(citation.quote) if citation.quote else -1
    if start < 0:
        return ()
    try:
        return locate(passage, pages, start, start + len(citation.quote))
    except ValueError:
        return ()


def leads_to(citation: Citation, numbers: Sequence[int], texts: Sequence[str], place: Place) -> bool:
    """Whether a quote on pages of these numbers and texts is at a right place."""
    document = citation.hit.document
    if file_name(document.path) != file_name(place.document):
        return False
    if document.page_count and set(numbers) & set(place.pages):
        return True
    held = [citation.hit.passage.text] if not document.page_count else texts
    return any(squeeze(quote) in squeeze(text) for quote in place.quotes for text in held)
