"""A parsed document in; its sections, passages, findings, measures taken, table rows and fields out."""

from corpus.forms.fields import find_fields
from corpus.structure.findings import find_findings
from corpus.structure.measures import find_measures
from corpus.structure.passages import split_passages
from corpus.structure.sections import split_sections
from corpus.tables.labelled_rows import find_rows
from corpus.types import ParsedDocument, SplitDocument


def split_document(parsed: ParsedDocument) -> SplitDocument:
    """All that is made from a document's pages."""
    sections = split_sections(parsed)
    rows = find_rows(parsed, sections)
    passages = split_passages(parsed, sections, rows=rows)
    return SplitDocument(
        parsed,
        sections,
        passages,
        find_findings(parsed, sections, passages),
        find_measures(parsed, sections, passages, rows),
        rows,
        find_fields(parsed, sections),
    )
