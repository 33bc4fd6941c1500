"""The whole path on documents as offices published them, where they are at hand."""

import csv
import hashlib
import json
import re
import unicodedata
from collections import Counter
from functools import lru_cache
from pathlib import Path
from typing import Any

import pytest

from corpus import Limits, Passage, find_findings, locate, split_passages, split_sections
from corpus.normalising import is_kept
from corpus.reading import READERS, read_document
from corpus.types import ParsedDocument

SHARED = Path(__file__).parents[2] / "shared"
FILES = sorted(path for path in SHARED.glob("*/**/*") if path.suffix in READERS and "bench" not in path.parts)

pytestmark = [
    pytest.mark.real,
    pytest.mark.skipif(not SHARED.is_dir(), reason=f"no real documents: there is no folder {SHARED}"),
]


def on_one_worker(path: Path) -> pytest.MarkDecorator:
    """All tests of a document go to one of the suite's processes, which reads it once."""
    return pytest.mark.xdist_group(f"real {path.name}")


def of_each(name: str) -> list[Any]:
    """The questions of a set, each with the mark of its document."""
    return [
        pytest.param(question, marks=on_one_worker(Path(question["doc"])), id=str(question["id"]))
        for question in questions(name)
    ]


@lru_cache(maxsize=32)
def read(path: Path) -> tuple[ParsedDocument, tuple[Passage, ...]]:
    parsed = read_document(path, path.name, Limits())
    return parsed, split_passages(parsed, split_sections(parsed))


def plain(text: str) -> str:
    return re.sub(r"\s+", "", unicodedata.normalize("NFKC", text))


def holds(text: str, quote: str) -> bool:
    """Whether a text holds a quote: word for word, or, where the quote is a row of a table as a text layer
    has it (a broken name cut off by its amount), its name and figures in their order in one row."""
    parts = [re.escape(plain(part)) for part in re.split(r"\s+(?=[△▲]?[\d０-９])", quote)]
    row = re.compile(".*".join(parts))
    return plain(quote) in plain(text) or any(row.search(plain(line)) for line in text.split("\n"))


def questions(name: str) -> list[dict[str, Any]]:
    path = SHARED / name / "questions.jsonl"
    if not path.is_file():
        return []
    lines = path.read_text(encoding="utf-8").splitlines()
    return [question for question in map(json.loads, lines) if Path(question["doc"] or "").suffix in READERS]


@pytest.mark.parametrize(
    "path", [pytest.param(path, marks=on_one_worker(path), id=path.stem) for path in FILES]
)
def test_nothing_is_lost_and_nothing_crosses_a_border(path: Path) -> None:
    parsed, passages = read(path)
    sections = split_sections(parsed)
    pages = {page.number: page.text for page in parsed.pages}
    places = {
        (span.page, offset): number
        for number, section in enumerate(sections)
        for span in section.spans
        for offset in range(span.start, span.end)
        if is_kept(pages[span.page][offset])
    }
    held: set[tuple[int, int]] = set()
    for passage in passages:
        assert 0 < len(passage.text) <= 800
        own = [(span.page, at) for span in passage.spans for at in range(span.start, span.end)]
        own = [place for place in own if is_kept(pages[place[0]][place[1]])]
        assert len({places.get(place) for place in own}) == 1
        assert not held.intersection(own)
        held.update(own)
        assert sum(span.end - span.start for span in locate(passage, parsed.pages, 0, 800)) == len(own)
    assert set(places) <= held


@pytest.mark.parametrize("question", of_each("real") + of_each("seeds"))
def test_a_quote_stands_in_one_passage_of_its_page(question: dict[str, Any]) -> None:
    if question.get("image"):
        pytest.skip("the quote stands in a picture")
    path = next(SHARED.glob(f"*/**/{question['doc']}"))
    _, passages = read(path)
    found = [one for one in passages for quote in question["quotes"] if holds(one.text, quote)]
    assert found
    wanted = set(question.get("pages") or [1])
    assert any(wanted.intersection(passage.page_numbers) for passage in found)
    if question.get("label"):
        assert any(question["label"] in passage.page_labels for passage in found)


@pytest.mark.parametrize("question", of_each("real"))
def test_the_printed_page_number(question: dict[str, Any]) -> None:
    path = next(SHARED.glob(f"*/**/{question['doc']}"))
    parsed, _ = read(path)
    if not question["pages"]:
        pytest.skip("a file without pages of its own")
    if all(page.read_by == "none" for page in parsed.pages):
        pytest.skip("a scan: its numbers are in the pictures")
    assert (parsed.pages[question["pages"][0] - 1].label or "") == question["label"]


def seen_labels() -> dict[str, list[tuple[int, str]]]:
    """The numbers seen printed on pages drawn by lot, by the document's sha256 (12 digits)."""
    seen: dict[str, list[tuple[int, str]]] = {}
    with (Path(__file__).parent / "page_labels.csv").open(encoding="ascii", newline="") as file:
        for row in csv.DictReader(file):
            seen.setdefault(row["document"], []).append((int(row["page"]), row["label"]))
    return seen


@pytest.mark.parametrize(
    "path",
    [pytest.param(path, marks=on_one_worker(path), id=path.stem) for path in FILES if path.suffix == ".pdf"],
)
def test_page_labels_are_those_seen_on_the_pages(path: Path) -> None:
    seen = seen_labels().get(hashlib.sha256(path.read_bytes()).hexdigest()[:12])
    if seen is None:
        pytest.skip("nobody looked at the numbers of this document")
    parsed, _ = read(path)
    labels = {number: parsed.pages[number - 1].label or "" for number, _ in seen}
    assert labels == dict(seen)


def test_the_findings_of_the_audit_report_have_their_pages() -> None:
    path = next((path for path in FILES if "包括外部監査" in path.name), None)
    if path is None:
        pytest.skip("the audit report is not at hand")
    parsed, passages = read(path)
    found = find_findings(parsed, split_sections(parsed), passages)
    listed = re.findall(r"【(指摘事項|意見) ?(\d+)】.*\t(\d+)$", parsed.pages[0].text, re.MULTILINE)
    assert [(one.kind, one.number, one.page_label) for one in found] == listed
    assert Counter(one.kind for one in found) == {"指摘事項": 24, "意見": 33}
    assert all(one.subject for one in found)
    by_id = {passage.id: passage for passage in passages}
    for one in found:
        assert [by_id[identity].page_labels for identity in one.passages] == [(one.page_label,)]
