"""A file of judged questions in, Questions out."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

UNANSWERABLE = "unanswerable"


class QuestionFileError(ValueError):
    """A question file that cannot be read; the message names the file, the line and the field."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a right passage stands: in which document (by file name), on which pages or with which quotes."""

    document: str
    pages: tuple[int, ...] = ()
    quotes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Question:
    """A judged question. Each of `places` is right by itself; with none, only a refusal is right.

    `label` is the printed page of the first place ("" where unknown), `answers` the accepted wordings.
    """

    id: str
    query: str
    places: tuple[Place, ...]
    kind: str
    label: str = ""
    answers: tuple[str, ...] = ()

    @property
    def answerable(self) -> bool:
        """Whether anything in the collection answers it."""
        return bool(self.places)


def read_questions(path: Path) -> list[Question]:
    """The questions of a file with one JSON object a line, in order.

    Raises QuestionFileError, naming the line and the field, for a line that is not in the form, and for
    an id that comes twice.
    """
    questions: list[Question] = []
    seen: dict[str, int] = {}
    for number, line in enumerate(read_text(path).splitlines(), start=1):
        if not line.strip():
            continue
        where = f"{path.name} line {number}"
        question = parse_question(line, where)
        if question.id in seen:
            raise QuestionFileError(
                f"{where}: field 'id': {question.id!r} is already on line {seen[question.id]}"
            )
        seen[question.id] = number
        questions.append(question)
    if not questions:
        raise QuestionFileError(f"{path.name} holds no questions")
    return questions


def read_text(path: Path) -> str:
    """The text of a UTF-8 file; raises QuestionFileError where it cannot be read as that."""
    try:
        return path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise QuestionFileError(f"cannot read {path}: {error}") from error


def parse_question(line: str, where: str) -> Question:
    """The question that one line tells; `where` names the line in errors."""
    record = parse_object(line, where)
    query = text_field(record, "query", where)
    if not query.strip():
        raise QuestionFileError(f"{where}: field 'query' is empty")
    document = optional_text_field(record, "doc", where)
    places = _places(record, document, where)
    return Question(
        id=text_field(record, "id", where),
        query=query,
        places=places,
        kind=optional_text_field(record, "kind", where) or ("other" if places else UNANSWERABLE),
        label=optional_text_field(record, "label", where) or "",
        answers=text_list_field(record, "answer", where),
    )


def parse_object(line: str, where: str) -> Mapping[str, object]:
    """The JSON object that a line holds."""
    try:
        record = json.loads(line)
    except json.JSONDecodeError as error:
        raise QuestionFileError(f"{where}: not JSON ({error.msg} at character {error.pos + 1})") from error
    if not isinstance(record, dict):
        raise QuestionFileError(f"{where}: expected a JSON object, found {type(record).__name__}")
    return record


def text_field(record: Mapping[str, object], field: str, where: str) -> str:
    """The text of a field that must be there; a number is taken as its digits."""
    value = optional_text_field(record, field, where)
    if value is None:
        raise QuestionFileError(f"{where}: field {field!r} is missing")
    return value


def optional_text_field(record: Mapping[str, object], field: str, where: str) -> str | None:
    """The text of a field, None where it is absent or null; a number is taken as its digits."""
    value = record.get(field)
    if isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    if value is not None and not isinstance(value, str):
        raise QuestionFileError(f"{where}: field {field!r} must be text, found {value!r}")
    return value


def text_list_field(record: Mapping[str, object], field: str, where: str) -> tuple[str, ...]:
    """The texts of a field that is a list; none where it is absent or null."""
    values = record.get(field) or []
    if not isinstance(values, list) or not all(isinstance(value, str) and value.strip() for value in values):
        raise QuestionFileError(
            f"{where}: field {field!r} must be a list of texts, none empty, found {values!r}"
        )
    return tuple(values)


def _places(record: Mapping[str, object], document: str | None, where: str) -> tuple[Place, ...]:
    """The right places of a question: its own first, then those of `also` (same document unless named)."""
    also = record.get("also") or []
    if not isinstance(also, list) or not all(isinstance(other, dict) for other in also):
        raise QuestionFileError(f"{where}: field 'also' must be a list of objects, found {also!r}")
    if document is None:
        if also:
            raise QuestionFileError(f"{where}: field 'also' names places, but field 'doc' is null")
        return ()
    others = [_place(other, optional_text_field(other, "doc", where) or document, where) for other in also]
    return (_place(record, document, where), *others)


def _place(record: Mapping[str, object], document: str, where: str) -> Place:
    place = Place(document, _pages(record, where), text_list_field(record, "quotes", where))
    if not place.pages and not place.quotes:
        raise QuestionFileError(
            f"{where}: {document} needs field 'pages' or field 'quotes' to tell the right place"
        )
    return place


def _pages(record: Mapping[str, object], where: str) -> tuple[int, ...]:
    pages = record.get("pages") or []
    if not isinstance(pages, list) or not all(type(page) is int and page >= 1 for page in pages):
        raise QuestionFileError(
            f"{where}: field 'pages' must be a list of page numbers from 1, found {pages!r}"
        )
    return tuple(pages)
