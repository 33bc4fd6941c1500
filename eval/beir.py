"""A BEIR folder in; its corpus as documents, its queries and their judgements out.

The form is that of Thakur et al., BEIR: A Heterogeneous Benchmark for Zero-shot Evaluation of Information
Retrieval Models (2021): corpus.jsonl, queries.jsonl, qrels/<split>.tsv.
"""

import csv
import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from corpus.types import Document, Page, ParsedDocument
from eval.questions import (
    QuestionFileError,
    optional_text_field,
    parse_object,
    read_text,
    text_field,
    text_list_field,
)

PREFERRED_SPLITS = ("test", "dev", "valid")


@dataclass(frozen=True, slots=True)
class BeirQuery:
    """A query; `grades` holds the relevance of corpus ids, `answers` spans of right ones that answer it."""

    id: str
    text: str
    kind: str | None
    grades: dict[str, int]
    answers: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class BeirSet:
    """The judged queries of one split, and the corpus as documents: the corpus id is the document's path."""

    name: str
    split: str
    documents: tuple[ParsedDocument, ...]
    queries: tuple[BeirQuery, ...]


def is_beir(path: Path) -> bool:
    """Whether the path is a folder in BEIR's form."""
    return path.is_dir() and (path / "corpus.jsonl").is_file() and (path / "queries.jsonl").is_file()


def read_beir(folder: Path, split: str | None = None) -> BeirSet:
    """The corpus and the judged queries of a BEIR folder.

    Without `split` the only one is taken, or the first there is of test, dev and valid. Raises
    QuestionFileError for a split that is not there, and for a line that is not in the form.
    """
    chosen = choose_split(folder, split)
    grades = _read_qrels(chosen)
    queries = tuple(query for query in _read_queries(folder / "queries.jsonl", grades) if query.grades)
    missing = len(grades) - len(queries)
    if missing:
        raise QuestionFileError(f"{chosen.name} judges {missing} queries that queries.jsonl does not hold")
    documents = tuple(_read_corpus(folder / "corpus.jsonl"))
    return BeirSet(folder.name, chosen.stem, documents, queries)


def choose_split(folder: Path, split: str | None) -> Path:
    """The qrels file of a split."""
    files = {file.stem: file for file in sorted((folder / "qrels").glob("*.tsv"))}
    if not files:
        raise QuestionFileError(f"{folder} has no qrels/*.tsv")
    if split is None:
        names = [name for name in PREFERRED_SPLITS if name in files] or (
            list(files) if len(files) == 1 else []
        )
        if not names:
            raise QuestionFileError(f"{folder}: name one of the splits {', '.join(files)}")
        return files[names[0]]
    if split not in files:
        raise QuestionFileError(f"{folder} has no split {split!r}; there are: {', '.join(files)}")
    return files[split]


def _lines(path: Path) -> Iterator[tuple[str, str]]:
    """Each line that is not empty, with its place for errors."""
    for number, line in enumerate(read_text(path).split("\n"), start=1):
        if line.strip():
            yield line, f"{path.name} line {number}"


def _read_corpus(path: Path) -> Iterator[ParsedDocument]:
    seen: set[str] = set()
    for line, where in _lines(path):
        record = parse_object(line, where)
        corpus_id = text_field(record, "_id", where)
        if corpus_id in seen:
            raise QuestionFileError(f"{where}: field '_id': {corpus_id!r} comes twice")
        seen.add(corpus_id)
        yield corpus_document(
            corpus_id, optional_text_field(record, "title", where) or "", text_field(record, "text", where)
        )


def corpus_document(corpus_id: str, title: str, text: str) -> ParsedDocument:
    """A corpus entry as a document of one page, with the corpus id as its path."""
    digest = hashlib.sha256("\0".join((corpus_id, title, text)).encode()).hexdigest()
    document = Document(digest, corpus_id, title, kind=None, issuer=None, fiscal_year=None, page_count=1)
    return ParsedDocument(document, (Page(1, None, text, "text"),))


def _read_queries(path: Path, grades: dict[str, dict[str, int]]) -> Iterator[BeirQuery]:
    for line, where in _lines(path):
        record = parse_object(line, where)
        query_id = text_field(record, "_id", where)
        yield BeirQuery(
            id=query_id,
            text=text_field(record, "text", where),
            kind=optional_text_field(record, "kind", where),
            grades=grades.get(query_id, {}),
            answers=text_list_field(record, "answers", where),
        )


def _read_qrels(path: Path) -> dict[str, dict[str, int]]:
    grades: dict[str, dict[str, int]] = {}
    rows = csv.reader(read_text(path).splitlines(), delimiter="\t", quoting=csv.QUOTE_NONE)
    for number, row in enumerate(rows, start=1):
        if not row or (number == 1 and row[0] == "query-id"):
            continue
        if len(row) != 3 or not row[2].strip().lstrip("-").isdigit():
            raise QuestionFileError(
                f"{path.name} line {number}: expected query-id, corpus-id and a whole score, by tabs"
            )
        grades.setdefault(row[0], {})[row[1]] = int(row[2])
    return grades
