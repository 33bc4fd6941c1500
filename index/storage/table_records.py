"""Tables' rows, forms' fields, measures taken and evidence: rows of a library in, words out, and back."""

import json
from decimal import Decimal

from corpus.types import Evidence, Field, Measure, Span, TableRow, TableValue
from index.storage.records import Row, Value, read_spans, write_spans, write_words


def as_measure(row: Row) -> Measure:
    """What was done about a finding, from a row of `measures`."""
    return Measure(
        row["document"],
        row["kind"],
        row["number"],
        row["title"],
        row["status"],
        row["page_label"],
        row["page"],
        tuple(json.loads(row["passages"])),
    )


def as_table_row(row: Row) -> TableRow:
    """A table's row from a row of `table_rows`."""
    return TableRow(
        row["document"],
        row["table_number"],
        row["title"],
        tuple(json.loads(row["labels"])),
        tuple(
            TableValue(tuple(heads), text, _decimal(number), unit, fiscal_year, Span(*span))
            for heads, text, number, unit, fiscal_year, span in json.loads(row["cells"])
        ),
        read_spans(row["span"])[0],
    )


def as_field(row: Row) -> Field:
    """A form's field from a row of `fields`."""
    return Field(
        row["document"],
        row["form"],
        row["label"],
        row["value"],
        _decimal(row["number"]),
        row["unit"],
        row["fiscal_year"],
        read_spans(row["spans"]),
    )


def as_evidence(row: Row) -> Evidence:
    """Why a document is described so, from a row of `evidence`."""
    spans = read_spans(row["span"])
    return Evidence(row["field"], row["source"], row["quote"], spans[0] if spans else None)


def measure_row(position: int, measure: Measure) -> tuple[Value, ...]:
    """The row of what was done about a finding, in the order of the table."""
    return (
        measure.document_id,
        position,
        measure.kind,
        measure.number,
        measure.title,
        measure.status,
        measure.page_label,
        measure.page,
        write_words(measure.passages),
    )


def table_row_row(position: int, row: TableRow) -> tuple[Value, ...]:
    """The row of a table's row, in the order of the table."""
    cells = [
        [
            value.heads,
            value.text,
            _written(value.number),
            value.unit,
            value.fiscal_year,
            [value.span.page, value.span.start, value.span.end],
        ]
        for value in row.values
    ]
    return (
        row.document_id,
        position,
        row.table,
        row.title,
        write_words(row.labels),
        json.dumps(cells, ensure_ascii=False, separators=(",", ":")),
        write_spans((row.span,)),
    )


def field_row(position: int, field: Field) -> tuple[Value, ...]:
    """A field's row, in the order of the table."""
    return (
        field.document_id,
        position,
        field.form,
        field.label,
        field.value,
        _written(field.number),
        field.unit,
        field.fiscal_year,
        write_spans(field.spans),
    )


def evidence_row(document_id: str, position: int, evidence: Evidence) -> tuple[Value, ...]:
    """The row of why a document is described so, in the order of the table."""
    span = write_spans((evidence.span,) if evidence.span else ())
    return (document_id, position, evidence.field, evidence.source, evidence.quote, span)


def _written(number: Decimal | None) -> str | None:
    return None if number is None else str(number)


def _decimal(text: str | None) -> Decimal | None:
    return None if text is None else Decimal(text)
