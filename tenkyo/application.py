"""A library opened for reading, with all that the pages and the command line ask of it."""

from collections.abc import Callable, Collection, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from corpus import ParserProcess, UnreadableFile, locate
from corpus.scanned_pages import SCANNABLE
from corpus.types import Page, Passage, Span
from index.types import Filters, Index
from index.understanding.synonym_files import OWN_FILE, SynonymFiles
from qa.answering import answer
from qa.comparing.years import Years
from qa.precedents.findings import Findings
from qa.types import Answer, AnswerWriter
from tenkyo.errors import TenkyoError
from tenkyo.judging import Judgements
from tenkyo.people import Person, person_of
from tenkyo.removals import Removals
from tenkyo.settings import Settings
from tenkyo.warming import start_warming

if TYPE_CHECKING:
    from tenkyo.reports.types import KeptReport, ReportName


@dataclass(frozen=True, slots=True)
class Application:
    """A library opened for reading, with what answers from it and draws its pages. Threads may share it."""

    settings: Settings
    index: Index
    removals: Removals
    _parser: ParserProcess = field(repr=False)
    _writer: AnswerWriter | None = field(default=None, repr=False)
    years: Years = field(init=False, repr=False)
    """The library's documents compared year by year."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "years", Years(self.index))

    def answer(self, question: str, filters: Filters = Filters(), without: Collection[str] = ()) -> Answer:
        """The answer to a question, each part of it cited. Raises ValueError as Index.search does."""
        return answer(question, self.index, self.settings.top_k, filters, without)

    @property
    def writes(self) -> bool:
        """Whether a language model is set up, by which `write` has answers written."""
        return self._writer is not None

    def write(self, extractive: Answer, told: Callable[[str], object] = lambda text: None) -> Answer:
        """The answer in a language model's words, each sentence verified; the same where none is set up.

        `told` is called with the verified text so far. The faults of the model are notes of the answer.
        """
        return self._writer.write(extractive, told) if self._writer else extractive

    def broken_synonyms(self) -> tuple[str, ...]:
        """The lines of the office's own files of synonyms that are left out, each with its reason."""
        chosen = [self.settings.synonyms] if self.settings.synonyms else []
        files = SynonymFiles([*chosen, self.settings.data / OWN_FILE])
        return tuple(str(line) for line in files.synonyms().broken)

    def person(self, token: str | None) -> Person:
        """The person whose browser holds this token, with what is kept of that person alone."""
        return person_of(token, self.settings.people, self.settings.data)

    @property
    def judgements(self) -> Judgements:
        """What was judged right and wrong in this library."""
        return Judgements(self.settings.data)

    def kept_reports(self) -> "tuple[ReportName, ...]":
        """The evaluations of this library that are kept, the newest first."""
        from tenkyo.reports.keeping import kept_reports, reports_folder

        return kept_reports(reports_folder(self.settings.data))

    def kept_report(self, name: str) -> "KeptReport | None":
        """A kept evaluation by its name; None where there is none."""
        from tenkyo.reports.keeping import read_report, reports_folder

        return read_report(reports_folder(self.settings.data), name)

    def evaluate_judged(self, told: Callable[[str, int, int], None]) -> "KeptReport":
        """What people judged, asked of the library anew: the report, which is kept.

        `told` is called with (what is being done, done, total). Raises ValueError where nothing is judged.
        """
        from tenkyo.reports.evaluating import evaluate_judged
        from tenkyo.reports.keeping import reports_folder

        questions, folder = self.judgements.question_file, reports_folder(self.settings.data)
        return evaluate_judged(self.index, self.answer, questions, folder, told)

    @property
    def findings(self) -> Findings:
        """The findings of the library's audit reports: records, precedents, what followed."""
        return Findings(self.index)

    def warm_up(self) -> None:
        """Makes the first search as quick as the others, in the background."""
        start_warming(self.index)

    def draws(self, document_id: str) -> bool:
        """Whether the pages of a document can be drawn: those of PDFs and pictures can."""
        original = self.index.original(document_id)
        return original is not None and original.suffix in SCANNABLE

    def passage_pages(self, passage: Passage) -> tuple[Page, ...]:
        """The pages that a passage stands on, with how each was read."""
        found = (self.index.page(passage.document_id, number) for number in passage.page_numbers)
        return tuple(page for page in found if page is not None)

    def page_image(
        self, document_id: str, page: int, passage: Passage | None, quote: str | None, scale: float
    ) -> bytes:
        """A PNG of a page (from 1) of a document, the passage boxed and a quote from it marked.

        `scale` is in pixels per point (1/72 inch). Raises TenkyoError where that page cannot be drawn.
        """
        spans = passage.spans if passage else ()
        start = passage.text.find(quote) if passage and quote else -1
        marks: tuple[Span, ...] = ()
        if passage and quote and start >= 0:
            with suppress(ValueError):  # a quote without a place is boxed with its passage alone
                marks = locate(passage, self.passage_pages(passage), start, start + len(quote))
        return self.place_image(document_id, page, spans, marks, scale)

    def place_image(
        self, document_id: str, page: int, spans: Sequence[Span], marks: Sequence[Span], scale: float
    ) -> bytes:
        """A PNG of a page (from 1) of a document, places boxed and marked; otherwise as `page_image`."""
        original = self.index.original(document_id)
        if original is None:
            raise TenkyoError(
                f"the library holds no original of document {document_id}", "原本のファイルが見つかりません。"
            )
        drawn = self.index.page(document_id, page) or Page(page, None, "", "none")
        try:
            return self._parser.render_page(original, drawn, spans, marks, scale)
        except UnreadableFile as error:
            raise TenkyoError(
                f"page {page} cannot be drawn: {error}", f"{page}頁を画像にできませんでした。"
            ) from error
