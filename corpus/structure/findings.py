"""Sections, contents and passages in, the findings of an audit report out."""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, replace

from corpus.kinds import MEASURES_TAKEN
from corpus.structure.body import find_body
from corpus.structure.contents_pages import heading_key, headings_over
from corpus.structure.listed_findings import find_listed
from corpus.structure.numbering import FINDING_HEADING, find_numbering
from corpus.structure.standing import standing_place
from corpus.types import Finding, FindingKind, ParsedDocument, Passage, Section

KINDS: dict[str, FindingKind] = {
    "指摘事項": "指摘事項",
    "指摘": "指摘事項",
    "監査の結果": "指摘事項",
    "結果": "指摘事項",
    "意見": "意見",
    "要望": "意見",
}
"""What reports call a finding; 指摘事項 and 意見 are the two kinds of 地方自治法 第252条の37, 第252条の38."""

_OF_THE_AUDIT = re.compile(
    r"(?:に関する|についての|に係る|の)?(?:指摘事項(?:及び|並びに|と|・))?(?:監査|検証|検討)の?(?:結果|概要)?"
    r"(?:に添えて提出する意見|及び意見|と意見|（指摘事項及び意見）)?(?:について)?$"
)
_SAYS_NO_SUBJECT = re.compile(
    r"(?:個別|全般|全体|総括|各論|総論|個々|具体的)?(?:の|的な?|事項)?(?:監査|検証|調査)?(?:の|に関する)?"
    r"(?:結果|結論|所見|指摘|指摘事項|意見|要望|評価|総括|問題点?|課題)(?:(?:及び|と|・|並びに|、)(?:意見|指摘事項?|要望|改善案?|所見))*"
    r"(?:について|の一覧|一覧)?|(?:個別|全般|総論|各論)(?:の|的な?|事項)?"
)


@dataclass(frozen=True, slots=True)
class NamedFinding:
    """A finding's heading taken apart."""

    kind: FindingKind
    number: str
    title: str


def find_findings(
    parsed: ParsedDocument, sections: Sequence[Section], passages: Sequence[Passage]
) -> tuple[Finding, ...]:
    """The 指摘事項 and 意見 of a document, each once, in the order in which they first come.

    Those that have a section come with its passages; those that only a contents page or a list names come
    with the passage of their entry and the printed page that it tells. An audit report without findings
    marked as such (【指摘事項1】) has those that it lists under a heading. A measures-taken report has no
    findings of its own.
    """
    if parsed.document.kind == MEASURES_TAKEN:
        return ()
    found: dict[tuple[FindingKind, str, str], Finding] = {}
    by_headings = passages_by_heading(passages)
    for section in sections:
        named = next(filter(None, map(name_finding, reversed(section.headings))), None)
        if named is not None:
            held = tuple(passage for heading in section.headings for passage in by_headings.get(heading, ())
                         if name_finding(heading) == named)  # fmt: skip
            _add(found, named, _with_section(parsed, named, section.headings, held))
    pages = (
        {page.label: page.number for page in parsed.pages if page.label} if parsed.document.page_count else {}
    )
    contents = find_body(parsed).contents
    for entry in contents.entries:
        if (named := name_finding(entry.heading)) is not None:
            ids = tuple(passage.id for passage in passages if _holds_entry(passage, entry.heading))
            _add(found, named, Finding(parsed.document.id, named.kind, named.number, named.title, entry.label,
                                       ids, pages.get(entry.label or ""),
                                       find_subject(headings_over(entry, contents))))  # fmt: skip
    return tuple(found.values()) or find_listed(parsed.document, passages)


def name_finding(heading: str) -> NamedFinding | None:
    """The kind, number (in ASCII, empty where it has none) and title of a finding's heading, or None for
    another."""
    match = FINDING_HEADING.search(heading)
    if match is None or (match.start() and match["n"] is None):
        return None
    number = unicodedata.normalize("NFKC", match["n"] or "").replace("‐", "-")
    title = re.sub(r"\s+", " ", heading[match.end() :]).strip()
    return NamedFinding(KINDS[match["kind"]], number, title)


def find_subject(headings: Sequence[str]) -> str | None:
    """What a finding under these headings (outermost first) is about: the nearest that names a subject.

    Headings that only say what kind of text follows (監査の結果, 指摘事項及び意見, 個別の監査の結果) do not.
    """
    for heading in reversed(headings):
        if name_finding(heading) is not None:
            continue
        numbering = find_numbering(heading)
        words = heading[numbering.end :].strip(" 　【】") if numbering else heading.strip()
        if (words := _OF_THE_AUDIT.sub("", words)) and not _SAYS_NO_SUBJECT.fullmatch(words):
            return words
    return None


def _with_section(
    parsed: ParsedDocument, named: NamedFinding, headings: Sequence[str], held: Sequence[Passage]
) -> Finding:
    label, page = standing_place(parsed.document, held)
    ids = tuple(passage.id for passage in held)
    subject = find_subject(headings)
    return Finding(parsed.document.id, named.kind, named.number, named.title, label, ids, page, subject)


def _add(found: dict[tuple[FindingKind, str, str], Finding], named: NamedFinding, finding: Finding) -> None:
    """Adds the finding, unless it is there; one is the same where kind and number are, or the title of one
    without number."""
    key = (named.kind, named.number, "" if named.number else heading_key(named.title))
    first = found.setdefault(key, finding)
    if first is finding:
        return
    if same_title(first.title, named.title):
        found[key] = replace(
            first,
            title=first.title or finding.title,
            page_label=first.page_label or finding.page_label,
            passages=first.passages or finding.passages,
            page=first.page or finding.page,
            subject=first.subject or finding.subject,
        )
    else:
        found.setdefault((named.kind, named.number, heading_key(named.title)), finding)


def same_title(first: str, second: str) -> bool:
    """Whether two titles are of one finding: one begins as the other does."""
    one, other = heading_key(first), heading_key(second)
    return one.startswith(other) or other.startswith(one)


def passages_by_heading(passages: Sequence[Passage]) -> dict[str, list[Passage]]:
    """The passages under each heading, whatever stands above it."""
    held: dict[str, list[Passage]] = {}
    for passage in passages:
        for heading in dict.fromkeys(passage.headings):
            held.setdefault(heading, []).append(passage)
    return held


def _holds_entry(passage: Passage, heading: str) -> bool:
    if passage.headings and passage.headings[-1] == heading:
        return True
    return heading_key(heading) in heading_key(passage.text)
