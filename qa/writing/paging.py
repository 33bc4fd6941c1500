"""A candidate in, the page to turn to out, in words."""

import re
import unicodedata

from corpus import locate
from index.types import Index
from qa.candidates.types import Candidate

_ENTRY = re.compile(
    r"(?:[.…・‥\s]{3,}|\t)(?:p\.?\s*)?(?P<page>[0-9０-９]{1,4})(?:\s*(?:頁|ページ))?\s*$", re.I
)
_CONTENTS = re.compile(r"目\s*次|もくじ|一覧|contents", re.I)


def name_page(candidate: Candidate, index: Index) -> str:
    """The printed page with the file's in brackets, the file's alone, or "" for a file without pages; for an
    entry of a table of contents the page that it leads to."""
    hit = candidate.hit
    if led_to := _leads_to(candidate):
        return f"{led_to}ページ"
    numbers, labels = hit.passage.page_numbers, hit.passage.page_labels
    page = _first_page(candidate, index) if len(numbers) > 1 else next(iter(numbers), None)
    at = numbers.index(page) if page in numbers and len(labels) == len(numbers) else 0
    label = labels[at] if labels else ""
    file_page = page if hit.document.page_count else None
    if label:
        return f"{label}ページ" + (f"（PDF {file_page}ページ）" if file_page else "")
    return f"PDF {file_page}ページ" if file_page else ""


def _leads_to(candidate: Candidate) -> str:
    """The page that an entry of a table of contents names, "" for what is none."""
    above = "".join((*candidate.hit.passage.headings, candidate.about, candidate.hit.passage.text[:40]))
    entry = _ENTRY.search(candidate.quote)
    if entry is None or "\n" in candidate.quote or not _CONTENTS.search(above):
        return ""
    return unicodedata.normalize("NFKC", entry["page"])


def _first_page(candidate: Candidate, index: Index) -> int:
    """The page of the file on which a candidate of a passage on several pages begins."""
    passage = candidate.hit.passage
    pages = [index.page(passage.document_id, number) for number in passage.page_numbers]
    try:
        spans = locate(passage, [page for page in pages if page], candidate.start, candidate.end)
    except ValueError:
        spans = ()
    return spans[0].page if spans else passage.page_numbers[0]
