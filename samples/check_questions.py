"""`python -m samples.check_questions` holds every judged question against the documents it names.

Of each line of samples/*.jsonl: the file is there, each quote stands on one of the pages named (compared after NFKC and
with white space removed), and the printed number named stands in a PDF page's head or foot. A place marked
`"image": true` has no text to compare, so only its pages are checked. A file without pages is one page.
"""

from __future__ import annotations

import json
import re
import sys
import unicodedata
from collections.abc import Callable, Iterator
from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import docx
import openpyxl
import pypdfium2

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
        if question["quotes"] or question["kind"] != "unanswerable":
            yield "a question without a document is unanswerable and has no quotes"
        return
    for place in (question, *question.get("also", ())):
        yield from _place_faults(place, documents)


def _place_faults(place: dict[str, Any], documents: Path) -> Iterator[str]:
    path = documents / place["doc"]
    if not path.is_file():
        yield f"there is no document {path.name}"
        return
    pages = read_pages(path)
    named = place.get("pages") or list(range(1, len(pages) + 1))
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


def fold(text: str) -> str:
    """Text as the judging compares it: NFKC, white space removed."""
    return re.sub(r"\s", "", unicodedata.normalize("NFKC", text))


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


@cache
def read_pages(path: Path) -> tuple[str, ...]:
    """The texts of a document's pages. Raises ValueError for a kind of file that the samples do not have."""
    if path.suffix not in PAGE_READERS:
        raise ValueError(f"no way to read {path.name}; known: {', '.join(PAGE_READERS)}")
    return PAGE_READERS[path.suffix](path)


def _read_pdf(path: Path) -> tuple[str, ...]:
    with pypdfium2.PdfDocument(path) as pdf:
        return tuple(page.get_textpage().get_text_range() for page in pdf)


def _read_docx(path: Path) -> tuple[str, ...]:
    document = docx.Document(str(path))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return ("\n".join([*(paragraph.text for paragraph in document.paragraphs), *cells]),)


def _read_xlsx(path: Path) -> tuple[str, ...]:
    """One page a sheet, in the order of the file."""
    book = openpyxl.load_workbook(path, data_only=True)
    return tuple(
        "\n".join(
            "\t".join(str(cell) for cell in row if cell is not None)
            for row in sheet.iter_rows(values_only=True)
        )
        for sheet in book.worksheets
    )


class _HtmlText(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.texts: list[str] = []

    def handle_data(self, data: str) -> None:
        self.texts.append(data)


def _read_html(path: Path) -> tuple[str, ...]:
    parser = _HtmlText()
    parser.feed(path.read_text(encoding="utf-8"))
    return ("".join(parser.texts),)


def _read_text(path: Path) -> tuple[str, ...]:
    return (path.read_text(encoding="utf-8"),)


PAGE_READERS: dict[str, Callable[[Path], tuple[str, ...]]] = {
    ".pdf": _read_pdf, ".docx": _read_docx, ".xlsx": _read_xlsx, ".html": _read_html,
    ".txt": _read_text, ".md": _read_text,
}  # fmt: skip


def main() -> int:
    faults = [fault for questions in sorted(SAMPLES.glob("*.jsonl")) for fault in find_faults(questions)]
    for fault in faults:
        print(fault, file=sys.stderr)
    return 1 if faults else 0


if __name__ == "__main__":
    raise SystemExit(main())
