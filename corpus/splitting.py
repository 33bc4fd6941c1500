"""A parsed document in; its sections, passages, findings, table rows and fields out."""

from corpus.findings import find_findings
from corpus.passages import split_passages
from corpus.sections import split_sections
from corpus.types import ParsedDocument, SplitDocument


def split_document(parsed: ParsedDocument) -> SplitDocument:
    """All that is made from a document's pages."""
    sections = split_sections(parsed)
    passages = split_passages(parsed, sections)
    return SplitDocument(parsed, sections, passages, find_findings(parsed, sections, passages))
