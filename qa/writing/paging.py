"""A candidate in, the page to turn to out, in words."""

import re
import unicodedata

from corpus import locate
from index.types import Index
from qa.candidates.types import Candidate

_LEADERS = r"[.．…・‥·･\s]{6,}|…+\s*"
_ENTRY = re.compile(
    rf"(?P<name>[^\n]*?)(?:(?P<leaders>{_LEADERS})|\t\s*)(?P<page>[0-9０-９]{{1,4}})(?:\s*(?:頁|ページ))?\s*$"
)
_CONTENTS = re.compile(r"目\s*次|もくじ|一覧|contents", re.I)


def name_page(candidate: Candidate, index: Index) -> str:
    """The printed page with the file's in brackets, the file's alone, or "" for a file without pages; for an
    entry of a table of contents the page that it leads to."""
    hit = candidate.hit
    if entry := contents_entry(candidate):
        return f"{unicodedata.normalize('NFKC', entry['page'])}ページ"
    numbers, labels = hit.passage.page_numbers, hit.passage.page_labels
    page = _first_page(candidate, index) if len(numbers) > 1 else next(iter(numbers), None)
    at = numbers.index(page) if page in numbers and len(labels) == len(numbers) else 0
    label = labels[at] if labels else ""
    file_page = page if hit.document.page_count else None
    if label:
        return f"{label}ページ" + (f"（PDF {file_page}ページ）" if file_page else "")
    return f"PDF {file_page}ページ" if file_page else ""


def contents_entry(candidate: Candidate) -> re.Match[str] | None:
    """The name and the page of the entry of a table of contents that a candidate begins with, by the line of
    its passage; None for what is none."""
    text = candidate.hit.passage.text
    start = text.rfind("\n", 0, candidate.start) + 1
    end = text.find("\n", candidate.start)
    entry = _ENTRY.fullmatch(text[start : end if end >= 0 else len(text)])
    above = "".join((*candidate.hit.passage.headings, candidate.about, text[:40]))
    told = entry and (entry["leaders"] or _CONTENTS.search(above))
    return entry if told and entry and entry["name"].strip() else None


def _first_page(candidate: Candidate, index: Index) -> int:
    """The page of the file on which a candidate of a passage on several pages begins."""
    passage = candidate.hit.passage
    pages = [index.page(passage.document_id, number) for number in passage.page_numbers]
    try:
        spans = locate(passage, [page for page in pages if page], candidate.start, candidate.end)
    except ValueError:
        spans = ()
    return spans[0].page if spans else passage.page_numbers[0]
