"""Files in, passages out."""

from corpus.eras import parse_fiscal_year
from corpus.locating import locate
from corpus.normalising import fold, squeeze
from corpus.process import ParserProcess
from corpus.reader import Limits, UnreadableFile
from corpus.structure.findings import find_findings
from corpus.structure.passages import split_passages
from corpus.structure.sections import split_sections
from corpus.types import (
    MAX_PASSAGE_CHARACTERS,
    Document,
    Finding,
    FindingKind,
    Page,
    ParsedDocument,
    Passage,
    ReadBy,
    Section,
    Span,
)

__all__ = [
    "MAX_PASSAGE_CHARACTERS",
    "Document",
    "Finding",
    "FindingKind",
    "Limits",
    "Page",
    "ParsedDocument",
    "ParserProcess",
    "Passage",
    "ReadBy",
    "Section",
    "Span",
    "UnreadableFile",
    "find_findings",
    "fold",
    "locate",
    "parse_fiscal_year",
    "split_passages",
    "split_sections",
    "squeeze",
]
