"""A measures-taken report in, what was done about each finding out."""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import replace

from corpus.kinds import MEASURES_TAKEN
from corpus.normalising import squeeze
from corpus.structure.contents_pages import heading_key
from corpus.structure.findings import KINDS, NamedFinding, name_finding, passages_by_heading
from corpus.structure.standing import standing_place
from corpus.types import FindingKind, Measure, ParsedDocument, Passage, Section, Span, TableRow

_TAKEN = re.compile(r"措置|対応|改善(?:の)?状況|講じた|処理(?:の)?(?:状況|経過)|是正")
_STATUS_HEAD = re.compile(r"区分|状況|進捗|(?:措置|対応)(?:の)?(?:区分|状況|状態)|結果")
_STATUS = re.compile(
    r"措置済み?|対応済み?|改善済み?|是正済み?|実施済み?|措置中|対応中|改善中|検討中|実施中|一部(?:措置|対応)(?:済み?)?"
    r"|未措置|不措置|未対応|措置しない|対応しない|措置予定|対応予定|完了|継続"
)
_TITLE_HEAD = re.compile(
    r"件名|題名|(?:指摘|意見|事項|項目|監査)(?:事項)?(?:等)?(?:の)?(?:件名|名|題)|項目|指摘事項|事項"
)
_NAMED_CELL = re.compile(
    r"(?P<kind>指摘事項|指摘|意見|要望)\s*(?:第|No\.?|№)?\s*(?P<n>\d+(?:[-－‐]\d+)?)?(?:号)?"
)


def find_measures(
    parsed: ParsedDocument, sections: Sequence[Section], passages: Sequence[Passage], rows: Sequence[TableRow]
) -> tuple[Measure, ...]:
    """What a measures-taken report says was done about each finding, in its order; () for other documents.

    Each is told under a heading that names the finding (【指摘事項1】 …), or in a row of a table that has it
    in one cell (指摘 1) and what was done in others.
    """
    if parsed.document.kind != MEASURES_TAKEN:
        return ()
    found: dict[tuple[FindingKind, str, str], Measure] = {}
    for named, held, status in [*_told_in_rows(rows, passages), *_told_in_sections(sections, passages)]:
        label, page = standing_place(parsed.document, held)
        ids = tuple(passage.id for passage in held)
        found.setdefault(
            (named.kind, named.number, heading_key(named.title)),
            Measure(parsed.document.id, named.kind, named.number, named.title, status, label, page, ids),
        )
    return tuple(found.values())


def _told_in_sections(
    sections: Sequence[Section], passages: Sequence[Passage]
) -> Iterator[tuple[NamedFinding, list[Passage], str]]:
    by_heading = passages_by_heading(passages)
    for section in sections:
        for heading in section.headings:
            named = name_finding(heading) or _numbered(_named_by(heading))
            if named and (held := by_heading.get(heading)):
                text = squeeze("".join(passage.text for passage in held))
                match = _STATUS.search(text)
                yield named, held, match[0] if match else ""


def _numbered(named: NamedFinding | None) -> NamedFinding | None:
    return named if named and named.number and named.title else None


def _told_in_rows(
    rows: Sequence[TableRow], passages: Sequence[Passage]
) -> Iterator[tuple[NamedFinding, list[Passage], str]]:
    for row in rows:
        if not any(_TAKEN.search(head) for value in row.values for head in value.heads):
            continue
        if (named := _named_in(row)) is not None:
            held = [passage for passage in passages if any(_within(row.span, span) for span in passage.spans)]
            yield named, held, _status_of(row)


def _named_in(row: TableRow) -> NamedFinding | None:
    """The finding that a row is about: its kind and number in one cell, its title in another or the same."""
    for place, cell in enumerate([*row.labels, *(value.text for value in row.values)]):
        named = _named_by(cell)
        if named is None or not (named.number or place == 0):
            continue
        title = named.title or _title_of(row, [label for label in row.labels if label != cell])
        return replace(named, title=title) if title else None
    return None


def _named_by(words: str) -> NamedFinding | None:
    """The finding that words begin by naming (指摘 1 台帳の登録漏れについて), its title empty where none
    follows."""
    cell = squeeze(unicodedata.normalize("NFKC", words)).strip("【】〔〕[]<>")
    match = _NAMED_CELL.match(cell)
    if match is None:
        return None
    return NamedFinding(KINDS[match["kind"]], match["n"] or "", cell[match.end() :].lstrip("】〕]> "))


def _title_of(row: TableRow, other_labels: Sequence[str]) -> str:
    titled = (
        value.text for value in row.values if value.heads and _TITLE_HEAD.fullmatch(squeeze(value.heads[-1]))
    )
    return squeeze(next(iter(other_labels), "") or next(titled, ""))


def _status_of(row: TableRow) -> str:
    for value in row.values:
        text = squeeze(value.text)
        if _STATUS.fullmatch(text) or (
            value.heads and _STATUS_HEAD.fullmatch(squeeze(value.heads[-1])) and _STATUS.match(text)
        ):
            return text
    return ""


def _within(row: Span, span: Span) -> bool:
    return row.page == span.page and span.start < row.end and row.start < span.end
