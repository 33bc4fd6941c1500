"""Sections, contents and passages in, the findings of an audit report out."""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from corpus.body import find_body
from corpus.contents_pages import heading_key
from corpus.numbering import FINDING_HEADING
from corpus.types import Finding, FindingKind, ParsedDocument, Passage, Section

_KINDS: dict[str, FindingKind] = {
    "指摘事項": "指摘事項",
    "指摘": "指摘事項",
    "監査の結果": "指摘事項",
    "結果": "指摘事項",
    "意見": "意見",
    "要望": "意見",
}
"""What reports call a finding; 指摘事項 and 意見 are the two kinds of 地方自治法 第252条の37, 第252条の38."""


@dataclass(frozen=True, slots=True)
class _Named:
    """A finding's heading taken apart."""

    kind: FindingKind
    number: str
    title: str


def find_findings(
    parsed: ParsedDocument, sections: Sequence[Section], passages: Sequence[Passage]
) -> tuple[Finding, ...]:
    """The 指摘事項 and 意見 of a document, each once, in the order in which they first come.

    Those that have a section come with its passages; those that only a contents page or a list names come
    with the passage of their entry and the printed page that it tells. `page_label` is the page where the
    finding begins.
    """
    found: dict[tuple[FindingKind, str, str], Finding] = {}
    by_headings = _passages_by_heading(passages)
    for section in sections:
        named = next(filter(None, map(name_finding, reversed(section.headings))), None)
        if named is None:
            continue
        held = tuple(passage for heading in section.headings for passage in by_headings.get(heading, ())
                     if name_finding(heading) == named)  # fmt: skip
        printed = (label for passage in held for label in passage.page_labels)
        label = next(printed, None) if parsed.document.page_count else None
        _add(found, parsed, named, label, held)
    for entry in find_body(parsed).contents.entries:
        if (named := name_finding(entry.heading)) is not None:
            held = tuple(passage for passage in passages if _holds_entry(passage, entry.heading))
            _add(found, parsed, named, entry.label, held)
    return tuple(found.values())


def name_finding(heading: str) -> _Named | None:
    """The kind, number (in ASCII, empty where it has none) and title of a finding's heading, or None for
    another."""
    match = FINDING_HEADING.search(heading)
    if match is None or (match.start() and match["n"] is None):
        return None
    number = unicodedata.normalize("NFKC", match["n"] or "").replace("‐", "-")
    title = re.sub(r"\s+", " ", heading[match.end() :]).strip()
    return _Named(_KINDS[match["kind"]], number, title)


def _add(
    found: dict[tuple[FindingKind, str, str], Finding],
    parsed: ParsedDocument,
    named: _Named,
    label: str | None,
    held: Sequence[Passage],
) -> None:
    """Adds the finding, unless it is there; one is the same where kind and number are, or the title of one
    without number."""
    key = (named.kind, named.number, "" if named.number else heading_key(named.title))
    ids = tuple(passage.id for passage in held)
    if key not in found:
        found[key] = Finding(parsed.document.id, named.kind, named.number, named.title, label, ids)
        return
    first = found[key]
    if _same_title(first.title, named.title):
        known = first.page_label or label
        found[key] = Finding(
            first.document_id,
            first.kind,
            first.number,
            first.title or named.title,
            known,
            first.passages or ids,
        )
        return
    again = (named.kind, named.number, heading_key(named.title))
    if again not in found:
        found[again] = Finding(parsed.document.id, named.kind, named.number, named.title, label, ids)


def _same_title(first: str, second: str) -> bool:
    one, other = heading_key(first), heading_key(second)
    return one.startswith(other) or other.startswith(one)


def _passages_by_heading(passages: Sequence[Passage]) -> dict[str, list[Passage]]:
    held: dict[str, list[Passage]] = {}
    for passage in passages:
        for heading in dict.fromkeys(passage.headings):
            held.setdefault(heading, []).append(passage)
    return held


def _holds_entry(passage: Passage, heading: str) -> bool:
    if passage.headings and passage.headings[-1] == heading:
        return True
    return heading_key(heading) in heading_key(passage.text)
