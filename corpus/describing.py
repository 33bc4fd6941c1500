"""A file's name and first pages in; the Document, and why it is described so, out.

What is not told is None: a wrong guess would hide a document from whoever filters by it.
"""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath

from corpus.eras import parse_fiscal_year
from corpus.issuers import find_issuer, find_printed_issuer
from corpus.kinds import BY_FISCAL_YEAR, find_kind
from corpus.legibility import is_legible
from corpus.structure.lines import Line, filled, split_lines
from corpus.types import Document, Evidence, Page, Span

_PAGES_READ = 3
_LINES_READ = 40
_HEADING_LINES = 8
_YEAR_LINES = 15
_TITLE_LINES = 12
_LONGEST_TITLE = 60
_JAPANESE = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]")
_NO_TITLE = re.compile(
    r"[\W\d_]*|議案第\d+号|[^ ]*(?:公告|告示|訓令)第\d+号|[(（].*[)）]|目次|資料[\d\-－]*|別紙\d*|【.*】"
    r"|(?:令和|平成|昭和)[\d元]+年(?:\d+月(?:\d+日)?.{0,2})?|.{0,12}(?:市|町|村|区|県|都|府|省|庁)(?:長.*)?"
)
_ONLY_YEAR = re.compile(r"(?:(?:令和|平成|昭和)[\d元]+|\d{4})年度")
_OF_A_PROGRAM = re.compile(r"^Microsoft|^\S+\.\w{2,5}$|^(?:無題|名称未設定|文書\d|スライド|PowerPoint)")


@dataclass(frozen=True, slots=True)
class Description:
    """A document, and for each of its title, kind, issuer and fiscal year that is told, what told it."""

    document: Document
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class _Told:
    """A value with what told it."""

    value: str | int
    source: str
    quote: str
    line: Line | None = None

    def evidence(self, field: str) -> Evidence:
        place = Span(self.line.page, self.line.start, self.line.end) if self.line else None
        return Evidence(field, self.source, self.quote, place)


def describe(
    document_id: str,
    relative_path: str,
    pages: Sequence[Page],
    page_count: int,
    property_title: str | None = None,
) -> Description:
    """The Document of a file; `relative_path` has forward slashes, `page_count` is the file's own,
    `property_title` the title in its properties."""
    name = unicodedata.normalize("NFKC", PurePosixPath(relative_path).stem)
    lines = _first_lines(pages)
    title = _title(name, lines, property_title)
    kind = _kind(name, lines)
    told = {
        "title": title,
        "kind": kind,
        "issuer": _issuer(name, lines),
        "fiscal_year": _fiscal_year(name, lines, str(kind.value) if kind else None),
    }
    document = Document(
        document_id,
        relative_path,
        str(title.value),
        str(kind.value) if kind else None,
        str(told["issuer"].value) if told["issuer"] else None,
        int(told["fiscal_year"].value) if told["fiscal_year"] else None,
        page_count,
    )
    return Description(document, tuple(each.evidence(field) for field, each in told.items() if each))


def _first_lines(pages: Sequence[Page]) -> list[Line]:
    lines = [
        line for page in pages[:_PAGES_READ] if is_legible(page.text) for line in filled(split_lines(page))
    ]
    return lines[:_LINES_READ]


def _title(name: str, lines: Sequence[Line], property_title: str | None) -> _Told:
    """The file's name made readable; where it says nothing in Japanese, the title that the file's properties
    or its first lines tell."""
    if _JAPANESE.search(name):
        return _Told(re.sub(r"[_　\s]+", " ", name).strip(), "file name", name)
    stated = (property_title or "").strip()
    if _JAPANESE.search(stated) and not _OF_A_PROGRAM.search(stated):
        return _Told(stated, "file properties", stated)
    year = ""
    for line in lines[:_TITLE_LINES]:
        text = line.text.lstrip("# ").strip()
        normal = unicodedata.normalize("NFKC", text).replace(" ", "")
        if _ONLY_YEAR.fullmatch(normal):
            year = f"{text} "
        elif 4 <= len(normal) <= _LONGEST_TITLE and "。" not in text and not _NO_TITLE.fullmatch(normal):
            return _Told(f"{year}{text}", "text", text, line)
    return _Told(name, "file name", name)


def _kind(name: str, lines: Sequence[Line]) -> _Told | None:
    if found := find_kind(name):
        return _Told(found[0], "file name", found[1])
    for line in lines[:_HEADING_LINES]:
        if len(line.text) <= _LONGEST_TITLE and "。" not in line.text and (found := find_kind(line.text)):
            return _Told(found[0], "text", line.text, line)
    return None


def _issuer(name: str, lines: Sequence[Line]) -> _Told | None:
    if named := find_issuer(name):
        return _Told(named, "file name", named)
    if printed := find_printed_issuer(lines):
        return _Told(printed[0], "text", printed[1].text, printed[1])
    return None


def _fiscal_year(name: str, lines: Sequence[Line], kind: str | None) -> _Told | None:
    """The fiscal year named as one (令和2年度); a bare R2 counts in the name of a document made yearly.

    令和2年 alone may be a calendar year and does not count, nor does a year in a table's row.
    """
    named = _named_year(name)
    if named is not None and (kind in BY_FISCAL_YEAR or re.search(r"年度|予算|決算", name)):
        return _Told(named, "file name", name)
    for line in lines[:_YEAR_LINES]:
        is_title = not {"。", "\t"} & {*line.text} and len(line.text) <= _LONGEST_TITLE
        if is_title and "年度" in line.text:
            year = _named_year(line.text)
            if year is not None and named in (None, year):
                return _Told(year, "text", line.text, line)
    return None


def _named_year(text: str) -> int | None:
    return parse_fiscal_year(re.sub(r"[\d元]\s*年(?!度)", " ", text))
