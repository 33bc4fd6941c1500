"""A parsed document in; its sections, passages, findings, measures taken, table rows and fields out."""

from corpus.findings import find_findings
from corpus.forms import find_fields
from corpus.measures import find_measures
from corpus.passages import split_passages
from corpus.sections import split_sections
from corpus.tables import find_rows
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
