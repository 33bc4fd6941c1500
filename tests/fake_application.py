"""An application that answers from a few passages of its own: what the pages' tests stand on."""

import io
from collections import Counter
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from tempfile import TemporaryDirectory
from types import SimpleNamespace

from PIL import Image, ImageDraw

from corpus.types import Document, Evidence, Finding, Measure, Page, Passage, Span
from index.types import (
    DocumentReading,
    Facets,
    Filters,
    Hit,
    Legs,
    LibraryState,
    LibraryStatus,
    Neighbours,
    Order,
    PageCounts,
    SearchPage,
    SkippedFile,
    UnreadPage,
)
from index.understanding.understood import QueryNote, QueryPart, Understood
from qa.types import Answer, AnswerPart, Citation, Struck
from tenkyo.judging import Judgements
from tenkyo.people import Person, person_of
from tenkyo.reports.evaluating import evaluate_judged
from tenkyo.reports.keeping import kept_reports, read_report, reports_folder
from tenkyo.reports.types import KeptReport, ReportName
from tests.fake_removals import FakeRemovals

HOSTILE = (
    '<script>window.hacked = 1</script><img src=x onerror="window.hacked = 2"> [押す](javascript:alert(1)) '
    "![絵](http://attacker.invalid/a.png) $x^2$ :smile: **太字** :red[赤] "
    "</p></article><style>*{display:none}</style>"
)

AUDIT = Document(
    "a" * 64, "監査/監査報告書.pdf", "令和5年度包括外部監査結果報告書", "監査報告書", "架空県", 2023, 48
)
GUIDE = Document("b" * 64, "指針.txt", "情報セキュリティポリシーに関する指針", "指針", "架空省", 2020, 0)
ODD = Document(
    "c" * 64,
    "odd.pdf",
    f"題名 {HOSTILE}",
    "種別 :red[赤] ![絵](http://attacker.invalid/b.png)",
    None,
    None,
    3,
)

SCANNED = 40
"""The page of AUDIT that OCR read."""

PASSAGES = (
    Passage(
        "p1",
        AUDIT.id,
        ("第2章 監査の結果", "第3節 パスワードの管理", "【指摘事項3】"),
        "【指摘事項3】パスワードの定期的な変更について\n"
        "税務システムの利用者のうち12名は、パスワードを1年以上変更していなかった。\n"
        "規程に定める90日ごとの変更を徹底すべきである。",
        (Span(12, 0, 40), Span(13, 0, 20)),
        ("8", "9"),
    ),
    Passage(
        "p4",
        AUDIT.id,
        ("第4章 資料",),
        "走査した見開きの頁にある消火設備の一覧",
        (Span(SCANNED, 0, 19),),
        ("315-316",),
        "right",
    ),
    Passage(
        "p2",
        GUIDE.id,
        ("第1章 総則", "2 三層の対策"),
        "三層の対策とは、α、β、β'の各モデルをいう。",
        (Span(1, 0, 9),),
        ("6",),
    ),
    Passage("p3", ODD.id, (f"見出し {HOSTILE}",), f"三層 {HOSTILE}", (Span(2, 0, 9),)),
)


@dataclass
class FakeIndex:
    """Finds the passages that hold any word of the query, best first in the order they stand."""

    known: tuple[Document, ...] = (AUDIT, GUIDE, ODD)
    originals: dict[str, Path] = field(default_factory=dict)

    def understand(self, query: str, without: Collection[str] = ()) -> Understood:
        parts = (QueryPart("synonym", "BCP", ("業務継続計画",)),) if "BCP" in query else ()
        notes = (QueryNote("unclosed_quote", '"', "a quotation mark has no partner"),) if '"' in query else ()
        kept = tuple(part for part in parts if part.key not in without)
        return Understood(query, kept, tuple(part for part in parts if part not in kept), notes)

    def search(
        self,
        query: str,
        top_k: int = 10,
        filters: Filters = Filters(),
        legs: Legs = "both",
        without: Collection[str] = (),
        within: Collection[str] | None = None,
    ) -> list[Hit]:
        if not any(sign.isalnum() for sign in query):
            raise ValueError("the query holds no word")
        hits: list[Hit] = []
        for passage in PASSAGES:
            document = self.document(passage.document_id)
            at = min((passage.text.find(word) for word in query.split() if word in passage.text), default=-1)
            if document is None or at < 0 or not _passes(document, filters):
                continue
            if within is not None and passage.id not in within:
                continue
            marks = tuple(
                (passage.text.find(word), passage.text.find(word) + len(word)) for word in query.split()
            )
            hits.append(Hit(passage, document, 0.9 - len(hits) / 10, len(hits) + 1, marks))
        return hits[:top_k]

    def search_page(
        self,
        query: str,
        top_k: int = 10,
        filters: Filters = Filters(),
        without: Collection[str] = (),
        order: Order = "relevance",
        *,
        grouped: bool = False,
    ) -> SearchPage:
        hits = self.search(query, 100, filters)
        if order == "newest":
            hits.sort(key=lambda hit: -(hit.document.fiscal_year or 0))
        counts = Counter(hit.document.id for hit in hits)
        kinds = Counter(hit.document.kind for hit in hits if hit.document.kind)
        return SearchPage(tuple(hits[:top_k]), len(hits), counts, Facets(kinds=tuple(kinds.items())))

    def similar(
        self,
        passage_id: str,
        top_k: int = 10,
        filters: Filters = Filters(),
        order: Order = "relevance",
        *,
        grouped: bool = False,
        same_document: bool = False,
    ) -> SearchPage:
        own = self.passage(passage_id)
        if own is None:
            return Neighbours()
        others = [each for each in PASSAGES if each.id != own.id]
        near = [each for each in others if same_document or each.document_id != own.document_id]
        documents = {document.id: document for document in self.known}
        hits = [Hit(each, documents[each.document_id], 0.9, rank) for rank, each in enumerate(near, 1)]
        return SearchPage(tuple(hits[:top_k]), len(hits), Counter(hit.document.id for hit in hits))

    def neighbours(self, passage_id: str, reach: int = 1) -> Neighbours:
        own = self.passage(passage_id)
        if own is None:
            return Neighbours()
        before, after = (
            tuple(replace(own, id=f"{own.id}{side}{n}", text=f"{side}の箇所{n}") for n in range(1, reach + 1))
            for side in ("前", "後")
        )
        return Neighbours(before, after)

    def facets(self) -> Facets:
        return Facets(
            tuple((document.kind, 1) for document in self.known if document.kind),
            tuple((document.issuer, 1) for document in self.known if document.issuer),
            tuple((document.fiscal_year, 1) for document in self.known if document.fiscal_year),
        )

    def documents(self) -> Sequence[Document]:
        return self.known

    def document(self, document_id: str) -> Document | None:
        return next((document for document in self.known if document.id == document_id), None)

    def pages(self, document_id: str) -> Sequence[Page]:
        document = self.document(document_id)
        count = document.page_count if document else 0
        return [
            Page(n, str(n - 4) if n > 4 else None, "本文", *(("ocr", 0.87) if n == SCANNED else ("text",)))
            for n in range(1, count + 1)
        ]

    def page(self, document_id: str, number: int) -> Page | None:
        return next((page for page in self.pages(document_id) if page.number == number), None)

    def evidence(self, document_id: str) -> Sequence[Evidence]:
        told = (Evidence("title", "file name", AUDIT.title), Evidence("kind", "text", HOSTILE, Span(3, 0, 5)))
        return told if document_id == AUDIT.id else ()

    def readings(self) -> Sequence[DocumentReading]:
        counts = PageCounts(text=45, ocr=2, blank=1, confidence=0.93)
        return [DocumentReading(AUDIT.id, AUDIT.path, counts, 20, 133, 51, 253, 0, 33, 1.2)]

    def passage(self, passage_id: str) -> Passage | None:
        return next((passage for passage in PASSAGES if passage.id == passage_id), None)

    def passages(self, document_id: str) -> Sequence[Passage]:
        return [passage for passage in PASSAGES if passage.document_id == document_id]

    def findings(self) -> Sequence[Finding]:
        return ()

    def measures(self) -> Sequence[Measure]:
        return ()

    def original(self, document_id: str) -> Path | None:
        return self.originals.get(document_id)

    def state(self) -> LibraryState:
        return LibraryState({document.id: document.path for document in self.known})

    def status(self) -> LibraryStatus:
        if not self.known:
            return LibraryStatus(0, 0, 0, 0, "bundled", (), (), 0)
        skipped = (SkippedFile("壊れた<b>.pdf", "not a PDF"), SkippedFile("表.xlsx", "no reader for .xlsx"))
        unread = tuple(UnreadPage("走査.pdf", page, "no text layer") for page in (1, 2, 3, 7))
        doubtful = (UnreadPage("走査.pdf", 9, "read by OCR with low confidence (.60)"),)
        return LibraryStatus(
            len(self.known), 51, 3, 1, "bundled", skipped, unread, 12_345_678, doubtful_pages=doubtful
        )


@dataclass
class FakeApplication:
    """The surface of tenkyo.assembly.Application that the pages use."""

    index: FakeIndex = field(default_factory=FakeIndex)
    settings: SimpleNamespace = field(default_factory=lambda: SimpleNamespace(top_k=2))
    drawn: list[tuple[str, int, str | None]] = field(default_factory=list)
    model: str = ""
    written: list[str] = field(default_factory=list)
    removals: FakeRemovals = field(init=False)
    _kept: TemporaryDirectory[str] = field(default_factory=TemporaryDirectory)

    def __post_init__(self) -> None:
        self.removals = FakeRemovals(self.index)
        usual = {"uploads": True, "limit_file_megabytes": 512, "data": self.folder, "cache": self.folder}
        self.settings = SimpleNamespace(**usual | vars(self.settings))

    @property
    def folder(self) -> Path:
        """Where this application keeps what people do; gone when it is."""
        return Path(self._kept.name)

    def person(self, token: str | None) -> Person:
        return person_of(token, self.folder / "people", self.folder)

    @property
    def judgements(self) -> Judgements:
        return Judgements(self.folder)

    def kept_reports(self) -> tuple[ReportName, ...]:
        return kept_reports(reports_folder(self.folder))

    def kept_report(self, name: str) -> KeptReport | None:
        return read_report(reports_folder(self.folder), name)

    def evaluate_judged(self, told: Callable[[str, int, int], None]) -> KeptReport:
        questions = self.judgements.question_file
        return evaluate_judged(self.index, self.answer, questions, reports_folder(self.folder), told)

    def warm_up(self) -> None:
        """Nothing is to be loaded."""

    def draws(self, document_id: str) -> bool:
        document = self.index.document(document_id)
        return document is not None and document.page_count > 0

    def passage_pages(self, passage: Passage) -> tuple[Page, ...]:
        found = (self.index.page(passage.document_id, number) for number in passage.page_numbers)
        return tuple(page for page in found if page is not None)

    def answer(self, question: str, filters: Filters = Filters(), without: Collection[str] = ()) -> Answer:
        hits = tuple(self.index.search(question, filters=filters))
        if not hits or "月" in question:
            near = tuple(self.index.search("三層"))
            return Answer(question, "この文書庫には答えがありません。", False, 0.1, (), near)
        hit = replace(hits[0], highlights=())
        quote = hit.passage.text.splitlines()[-1]
        return Answer(question, f"{quote}[1]", True, 0.81, (Citation(1, hit, quote),), hits)

    @property
    def writes(self) -> bool:
        return bool(self.model)

    def write(self, extractive: Answer, told: Callable[[str], None]) -> Answer:
        self.written.append(extractive.question)
        told("書きかけの文")
        parts = (
            AnswerPart("モデルの文である。", (1,)),
            AnswerPart("作り話である。", (), Struck("no_citation")),
        )
        return replace(extractive, text="モデルの文である。[1]", parts=parts, writer=self.model)

    def page_image(
        self, document_id: str, page: int, passage: Passage | None, quote: str | None, scale: float
    ) -> bytes:
        self.drawn.append((document_id, page, quote))
        picture = Image.new("RGB", (round(595 * scale), round(842 * scale)), "white")
        draw = ImageDraw.Draw(picture)
        draw.text((60, 60), f"page {page}", fill="black")
        if passage is not None and page in passage.page_numbers:
            draw.rectangle((80, 200, 900, 480), outline="#c2571a", width=4)
        written = io.BytesIO()
        picture.save(written, "PNG")
        return written.getvalue()


def _passes(document: Document, filters: Filters) -> bool:
    return (
        (not filters.kinds or document.kind in filters.kinds)
        and (not filters.issuers or document.issuer in filters.issuers)
        and (not filters.fiscal_years or document.fiscal_year in filters.fiscal_years)
    )
