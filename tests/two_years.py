"""Small documents of two years, made from lines and tables, for the tests of comparing them."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from corpus.splitting import split_document
from corpus.types import Document, Field, Page, Passage, Span, SplitDocument, TableRow
from index.types import LibraryState
from qa.comparing.comparing import compare
from qa.comparing.sheets import Sheet, read_sheet
from qa.comparing.types import Basis, Comparison, FigureChange, TextChange
from tests.table_files import TableRows, document_with

Part = str | TableRows

BEFORE = (
    "1 事業の概要",
    "庁舎の照明を発光ダイオードに替え、電気代を減らす。",
    "令和4年度は3棟で行った。",
    "2 事業費",
    "（単位：千円）",
    [
        ["区分", "令和3年度", "令和4年度"],
        ["当初予算額", "1,000", "1,200"],
        ["決算額", "980", "△50"],
        ["補助金", "0", "－"],
    ],
)
AFTER = (
    "1 事業の概要",
    "庁舎の照明を発光ダイオードに替え、電気代を大きく減らす。",
    "令和5年度は3棟で行った。",
    "2 事業費",
    "（単位：千円）",
    [
        ["区分", "令和4年度", "令和5年度"],
        ["当初予算額", "1,200", "1,500"],
        ["決算額", "△50", "1,400"],
        ["補助金", "－", "300"],
        ["備品購入費", "80", "90"],
    ],
)


@dataclass
class SplitIndex:
    """The part of an Index that comparing stands on, over documents given."""

    split: Sequence[SplitDocument]

    def documents(self) -> list[Document]:
        return [one.parsed.document for one in self.split]

    def document(self, document_id: str) -> Document | None:
        return next((one for one in self.documents() if one.id == document_id), None)

    def passages(self, document_id: str) -> list[Passage]:
        return list(self._of(document_id).passages)

    def pages(self, document_id: str) -> list[Page]:
        return list(self._of(document_id).parsed.pages)

    def page(self, document_id: str, number: int) -> Page | None:
        return next((page for page in self.pages(document_id) if page.number == number), None)

    def texts(self, document_id: str, spans: Sequence[Span]) -> list[str]:
        texts = {page.number: page.text for page in self.pages(document_id)}
        return [texts[span.page][span.start : span.end] for span in spans]

    def rows(self, document_id: str, spans: Sequence[Span] | None = None) -> list[TableRow]:
        return list(self._of(document_id).rows)

    def fields(self, document_id: str, spans: Sequence[Span] | None = None) -> list[Field]:
        return list(self._of(document_id).fields)

    def original(self, document_id: str) -> Path | None:
        return None

    def state(self) -> LibraryState:
        return LibraryState({one.id: "read" for one in self.documents()})

    def _of(self, document_id: str) -> SplitDocument:
        return next(one for one in self.split if one.parsed.document.id == document_id)


def edition(year: int | None, *parts: Part, title: str = "照明の更新") -> SplitDocument:
    """A document of one page, of a fiscal year."""
    parsed = document_with(parts, fiscal_year=year)
    made = replace(parsed.document, id=f"{year or 1:04d}" * 16, title=title, path=f"{year}.pdf")
    return split_document(replace(parsed, document=made))


def sheet(year: int | None, *parts: Part) -> Sheet:
    """The same as it is compared."""
    split = edition(year, *parts)
    return read_sheet(SplitIndex([split]), split.parsed.document)  # type: ignore[arg-type]


def compared(before: Sequence[Part], after: Sequence[Part], basis: Basis = "role") -> Comparison:
    """A sheet of 令和4年度 compared with one of 令和5年度."""
    return compare(sheet(2022, *before), sheet(2023, *after), None, basis)


def figures_of(comparison: Comparison) -> dict[tuple[str, str], FigureChange]:
    """The figures compared, by their row and the head of their column in the later document."""
    return {
        (one.labels_after[-1], (one.after or one.before).head): one  # type: ignore[union-attr]
        for section in comparison.sections
        for one in section.figures
    }


def texts_of(comparison: Comparison) -> list[TextChange]:
    """The texts compared."""
    return [text for section in comparison.sections for text in section.texts]
