"""A document in a library in, what is compared of it out: its sections with their sentences and rows."""

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from corpus import fold
from corpus.locating import own_text
from corpus.mapped_text import MappedText, inserted
from corpus.sentences import split_sentences
from corpus.types import Document, Field, Passage, Span, TableRow, TableValue
from index.types import Index
from qa.comparing.series import document_year

_UNIT_NOTE = re.compile(r"[(（]?\s*単位\s*[：:][^)）\n\t]{1,12}[)）]?")
_NOTHING = re.compile(r"[\s\t（）()：:・.．、。]*")
_LINE_FULL = re.compile(
    r"(?<=[^\n\t]{30})(?<![。．！？!?」』）)】：:])\n(?=[^\n\t]+(?:\n|\Z))"
    r"(?![\s　]*(?:[^\w\s]|[\d０-９]+[\s.．、)）]|[ア-ンA-Za-z][\s　.．)）]|第\s?[\d０-９]+))"
)
"""The end of a long line that ends no sentence, before a line that begins no item of a list."""
_FIGURE = re.compile(r"[△▲-]?[\d,.]+%?")
_LABEL_PARTS = " / "
_EDGES = " :：・"


@dataclass(frozen=True, slots=True)
class Cell:
    """A value of a row: the heads of its column, the figure or the words in it, and where it stands."""

    heads: tuple[str, ...]
    text: str
    number: Decimal | None
    unit: str | None
    fiscal_year: int | None
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table, or the field of a form: what it is of, its values, and where it stands.

    `form` names the project whose form it is of, empty where none is told.
    """

    title: str
    labels: tuple[str, ...]
    cells: tuple[Cell, ...]
    spans: tuple[Span, ...]
    form: str = ""


@dataclass(frozen=True, slots=True)
class SheetSection:
    """What stands under one heading: its sentences, that stand in no table, and the rows of its tables."""

    headings: tuple[str, ...]
    sentences: tuple[MappedText, ...]
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    """A document as it is compared; `year` is the fiscal year that it is of."""

    document: Document
    year: int | None
    sections: tuple[SheetSection, ...]


def read_sheet(index: Index, document: Document) -> Sheet:
    """What is compared of a document of the library."""
    passages = index.passages(document.id)
    table_rows = index.rows(document.id)
    rows = join_rows(table_rows, index.fields(document.id))
    texts = {page.number: page.text for page in index.pages(document.id)}
    headings_at = _Headings(passages)
    in_section: dict[tuple[str, ...], list[Row]] = defaultdict(list)
    for row in rows:
        in_section[headings_at.of(row.spans[0])].append(row)
    covered = _Covered(rows)
    heads = {fold(head) for row in table_rows for value in row.values for head in value.heads}
    sentences: dict[tuple[str, ...], dict[str, MappedText]] = defaultdict(dict)
    for passage in passages:
        if covered.holds_all(passage.spans):
            continue
        for sentence in _sentences(passage, texts):
            if not covered.holds(sentence) and not _is_frame(sentence.text, passage.headings, heads):
                sentences[passage.headings].setdefault(sentence.text, sentence)
    paths = dict.fromkeys((*(passage.headings for passage in passages), *in_section))
    sections = (
        SheetSection(path, tuple(sentences[path].values()), _once(in_section[path])) for path in paths
    )
    kept = tuple(section for section in sections if section.sentences or section.rows)
    return Sheet(document, document_year(document), kept)


def join_rows(rows: Sequence[TableRow], fields: Sequence[Field]) -> list[Row]:
    """The rows of tables, with the units that forms tell of their cells, and the fields that stand in no row,
    in the order of their places."""
    by_place = {field.spans[0]: field for field in fields if field.spans}
    joined: list[Row] = []
    taken: set[Span] = set()
    for row in rows:
        here = [by_place.get(value.span) for value in row.values]
        form = next((field.form for field in here if field), "")
        cells = tuple(_cell(value, field) for value, field in zip(row.values, here, strict=True))
        taken.update(value.span for value in row.values)
        joined.append(Row(row.title, row.labels, cells, (row.span,), form))
    for field in fields:
        if field.spans and field.spans[0] not in taken:
            cell = Cell((), field.value, field.number, field.unit, field.fiscal_year, field.spans)
            labels = tuple(field.label.split(_LABEL_PARTS))
            joined.append(Row("", labels, (cell,), field.spans, field.form))
    return sorted(joined, key=lambda row: (row.spans[0].page, row.spans[0].start))


def _cell(value: TableValue, field: Field | None) -> Cell:
    unit = value.unit or (field.unit if field else None)
    return Cell(value.heads, value.text, value.number, unit, value.fiscal_year, (value.span,))


def _once(rows: Iterable[Row]) -> tuple[Row, ...]:
    """The rows without those that a table says again where it goes on over the next page."""
    first: dict[tuple[object, ...], Row] = {}
    kept: list[Row] = []
    for row in rows:
        key = (row.title, row.labels, tuple((cell.heads, cell.text) for cell in row.cells))
        earlier = first.setdefault(key, row)
        if earlier is row or earlier.spans[0].page == row.spans[0].page:
            kept.append(row)
    return tuple(kept)


def _sentences(passage: Passage, texts: Mapping[int, str]) -> Iterable[MappedText]:
    """The sentences of a passage; without places where its pages are not those it was made from."""
    try:
        text = own_text(passage, texts)
    except ValueError:
        text = inserted(passage.text)
    text = unwrapped(text)
    for sentence in split_sentences(text.text):
        yield text.part(sentence.start, sentence.end)


def unwrapped(text: MappedText) -> MappedText:
    """The text without the line ends that cut a sentence where a line was full."""
    ends = {match.start() for match in _LINE_FULL.finditer(text.text)}
    return text.picked([at for at in range(len(text)) if at not in ends]) if ends else text


def _is_frame(text: str, headings: Sequence[str], heads: set[str]) -> bool:
    """Whether a line is a table's head, a unit, or what its headings say already."""
    bare = _UNIT_NOTE.sub("", text)
    for heading in headings:
        bare = bare.replace(heading, "")
    if _NOTHING.fullmatch(bare):
        return True
    cells = [fold(cell) for cell in bare.split("\t") if cell.strip()]
    return any(cell in heads for cell in cells) and not any(_FIGURE.fullmatch(cell) for cell in cells)


class _Headings:
    """Tells under which headings a place stands: those of the passage that holds it or begins before it."""

    def __init__(self, passages: Sequence[Passage]) -> None:
        starts = sorted(
            (span.page, span.start, number)
            for number, passage in enumerate(passages)
            for span in passage.spans
        )
        self._starts = [(page, start) for page, start, _ in starts]
        self._headings = [passages[number].headings for _, _, number in starts]

    def of(self, span: Span) -> tuple[str, ...]:
        at = bisect_right(self._starts, (span.page, span.start)) - 1
        return self._headings[max(at, 0)] if self._headings else ()


class _Covered:
    """Tells whether a text stands in rows, beside a label of one (総合評価 C: the field is C) or, in a line
    of a table, the rest of a label that began on the page before."""

    def __init__(self, rows: Sequence[Row]) -> None:
        self._labels = {fold(label).strip(_EDGES) for row in rows for label in row.labels} | {""}
        self._ends: dict[int, list[int]] = defaultdict(list)
        self._starts: dict[int, list[int]] = defaultdict(list)
        spans = (span for row in rows for span in row.spans)
        for span in sorted(spans, key=lambda one: (one.page, one.start)):
            starts, ends = self._starts[span.page], self._ends[span.page]
            if ends and span.start <= ends[-1]:
                ends[-1] = max(ends[-1], span.end)
            else:
                starts.append(span.start)
                ends.append(span.end)

    def holds_all(self, spans: Sequence[Span]) -> bool:
        """Whether nothing of some spans stands outside of rows."""
        return all(self._end_around(span) >= span.end for span in spans)

    def holds(self, text: MappedText) -> bool:
        spans = text.spans()
        if not any(self._touches(span) for span in spans):
            return False
        places = zip(text.text, text.pages, text.offsets, strict=True)
        rest = [sign for sign, page, at in places if not self._touches(Span(page, at, at + 1))]
        mostly = "\t" in text.text and len("".join("".join(rest).split())) * 2 <= len(text.text)
        return mostly or fold("".join(rest)).strip(_EDGES) in self._labels

    def _touches(self, span: Span) -> bool:
        starts = self._starts.get(span.page)
        at = bisect_right(starts, span.end - 1) - 1 if starts else -1
        return at >= 0 and self._ends[span.page][at] > span.start

    def _end_around(self, span: Span) -> int:
        """The end of the row that holds where a span begins; before it where none does."""
        starts = self._starts.get(span.page)
        at = bisect_right(starts, span.start) - 1 if starts else -1
        return self._ends[span.page][at] if at >= 0 else -1
