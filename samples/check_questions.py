"""`python -m samples.check_questions` holds every judged question against the documents it names.

Of each line of samples/*.jsonl: the file is there, each quote stands on one of the pages named (compared after NFKC and
with white space removed), the printed number named stands in a PDF page's head or foot, and each accepted answer stands
on a page named (see check_answers). A place marked `"image": true` has no text to compare but its quotes. A file
without pages is one page.
"""

from __future__ import annotations

import json
import re
import sys
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from samples.check_answers import Page, find_answer_faults
from samples.document_pages import fold, read_pages

SAMPLES = Path(__file__).parent
DOCUMENTS_FOLDER = SAMPLES / "documents"
KINDS = frozenset({
    "keyword", "paraphrase", "table", "definition", "contents", "crosslingual", "crossyear", "finding", "form",
    "fact", "years", "amounts", "synonyms", "variants", "unanswerable",
})  # fmt: skip


def find_faults(questions: Path, documents: Path = DOCUMENTS_FOLDER) -> list[str]:
    """One sentence for each fault in a question file; an empty list where all is well."""
    faults: list[str] = []
    seen: set[str] = set()
    for number, line in enumerate(questions.read_text(encoding="utf-8").splitlines(), start=1):
        question = json.loads(line)
        where = f"{questions.name}:{number} ({question['id']})"
        if question["id"] in seen:
            faults.append(f"{where}: the id has come before")
        seen.add(question["id"])
        if question["kind"] not in KINDS:
            faults.append(f"{where}: no kind {question['kind']!r}; known: {', '.join(sorted(KINDS))}")
        faults += (f"{where}: {fault}" for fault in _question_faults(question, documents))
    return faults


def _question_faults(question: dict[str, Any], documents: Path) -> Iterator[str]:
    if question["doc"] is None:
        if question["quotes"] or question["answer"] or question["kind"] != "unanswerable":
            yield "a question without a document is unanswerable and has neither quotes nor answers"
        return
    places = (question, *question.get("also", ()))
    faults = [fault for place in places for fault in _place_faults(place, documents)]
    yield from faults
    if not faults:
        pages = [page for place in places for page in _place_pages(place, documents)]
        yield from find_answer_faults(question["answer"], pages)


def _place_faults(place: dict[str, Any], documents: Path) -> Iterator[str]:
    path = documents / place["doc"]
    if not path.is_file():
        yield f"there is no document {path.name}"
        return
    pages = read_pages(path)
    named = _named_pages(place, pages)
    if any(not 1 <= page <= len(pages) for page in named):
        yield f"pages {named} are not all among the {len(pages)} of {path.name}"
        return
    if place.get("image"):
        return
    texts = [fold(pages[page - 1]) for page in named]
    for quote in place["quotes"]:
        if not any(fold(quote) in text for text in texts):
            yield f"the quote {quote!r} is not on pages {named} of {path.name}"
    find_numbers = contents_numbers if path.suffix == ".txt" else printed_numbers
    if "label" in place and not any(place["label"] in find_numbers(pages[page - 1]) for page in named):
        yield f"no page of {named} of {path.name} carries the printed number {place['label']}"


def _place_pages(place: dict[str, Any], documents: Path) -> list[Page]:
    """The pages of a place; of an image, the quotes that a person has read there."""
    pages = read_pages(documents / place["doc"])
    texts = place["quotes"] if place.get("image") else [pages[at - 1] for at in _named_pages(place, pages)]
    return [Page(text, "".join(pages)) for text in texts]


def _named_pages(place: dict[str, Any], pages: tuple[str, ...]) -> list[int]:
    return place.get("pages") or list(range(1, len(pages) + 1))


def printed_numbers(text: str) -> set[str]:
    """What stands on a page in lines of their own as a printed number: `12`, `- 12 -`, `― 12 ―`, `ii`."""
    lines = (unicodedata.normalize("NFKC", line).strip() for line in text.splitlines())
    return {
        found[1] for line in lines if (found := re.fullmatch(r"[-‐–—―ー ]*(\d+|[ivx]+)[-‐–—―ー ]*", line))
    }


def contents_numbers(text: str) -> set[str]:
    """The pages that a plain text's own contents give after their leaders."""
    lines = (unicodedata.normalize("NFKC", line).strip() for line in text.splitlines())
    return {found[1] for line in lines if (found := re.fullmatch(r".*\.{6,}(\d+)", line))}


def main() -> int:
    faults = [fault for questions in sorted(SAMPLES.glob("*.jsonl")) for fault in find_faults(questions)]
    for fault in faults:
        print(fault, file=sys.stderr)
    return 1 if faults else 0


if __name__ == "__main__":
    raise SystemExit(main())
