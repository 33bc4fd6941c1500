"""A finding in, what measures-taken reports tell of it out, each with a quote and its page."""

import re
from collections.abc import Iterable

from corpus import fold, squeeze
from corpus.types import Measure, Passage, TableRow
from index.types import Index
from qa.precedents.quoting import Pages
from qa.precedents.records import answering
from qa.precedents.types import FindingRecord, MeasureTaken, Quote

_TOLD = re.compile(
    r"講じた|措置(?:の)?(?:内容|状況)|対応(?:の)?(?:内容|状況)?$|改善(?:の)?(?:内容|状況)|今後の(?:方針|対応)"
)
_DATE = re.compile(r"年月|年月日|措置(?:の)?(?:日|時期|期日)|実施(?:の)?(?:日|時期)|期限|時期")
_OFFICE = re.compile(r"所管|担当|所属|部局|課名|機関")


def find_measures_taken(index: Index, record: FindingRecord, pages: Pages) -> tuple[MeasureTaken, ...]:
    """What was done about a finding, in the order of the reports that tell it."""
    found = []
    for measure in answering(record.finding, index.measures()):
        document = index.document(measure.document_id)
        if document is not None:
            quote, date, office = _told(index, measure, pages)
            found.append(MeasureTaken(measure, document, quote, date, office))
    return tuple(found)


def _told(index: Index, measure: Measure, pages: Pages) -> tuple[Quote | None, str, str]:
    """What a report tells word for word, and the date and the office of the same row of its table."""
    passages = [passage for each in measure.passages if (passage := index.passage(each)) is not None]
    if not passages:
        return None, "", ""
    row = _row_of(index, measure, passages)
    if row is None:
        return pages.quote(passages[0], *_own_part(passages[0])), "", ""
    told = _cell(row, _TOLD)
    quoted = _find(passages, told) or _find(passages, measure.title)
    quote = pages.quote(*quoted) if quoted else pages.quote(passages[0], *_own_part(passages[0]))
    return quote, _cell(row, _DATE), _cell(row, _OFFICE)


def _row_of(index: Index, measure: Measure, passages: Iterable[Passage]) -> TableRow | None:
    """The row of a table in the passages that tells this measure: the one with its title."""
    title = squeeze(fold(measure.title))
    for passage in passages:
        for row in index.rows(passage.document_id, passage.spans):
            cells = (*row.labels, *(value.text for value in row.values))
            if title in squeeze(fold("".join(cells))) and _cell(row, _TOLD):
                return row
    return None


def _cell(row: TableRow, head: re.Pattern[str]) -> str:
    """The text of the row's first cell under a head that says so."""
    for value in row.values:
        if value.heads and head.search(squeeze(fold(value.heads[-1]))):
            return value.text.strip()
    return ""


def _find(passages: Iterable[Passage], words: str) -> tuple[Passage, int, int] | None:
    """Where words stand in passages, whatever white space is in them; None where they do not."""
    letters = [re.escape(letter) for letter in words if not letter.isspace()]
    pattern = re.compile(r"\s*".join(letters)) if letters else None
    for passage in passages:
        if pattern and (match := pattern.search(passage.text)):
            return passage, match.start(), match.end()
    return None


def _own_part(passage: Passage) -> tuple[int, int]:
    """All of a passage but the heading that it begins with."""
    text = passage.text
    end = text.find("\n") + 1
    headed = passage.headings and squeeze(text[:end]) == squeeze(passage.headings[-1])
    return (end if headed else 0), len(text)
