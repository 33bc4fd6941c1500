"""Settings in, the parts put together out: the one place where settings become parts."""

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from corpus import ParserProcess, UnreadableFile, locate
from corpus.scanned_pages import SCANNABLE
from corpus.types import Page, Passage, Span
from embeddings import (
    Encoder,
    EncoderError,
    Reranker,
    RerankerError,
    load_encoder,
    load_reranker,
    prepare_bundled,
)
from embeddings.loading import BUNDLED, locate_model
from index import (
    Library,
    LibraryError,
    NoLibraryError,
    OldIndexesError,
    OtherEncoderError,
    index_documents,
    refresh,
)
from index.ranking.own_weights import apply_weights, undo_weights
from index.ranking.weights import RankingWeights
from index.types import Filters, Index, IndexReport
from index.understanding.synonym_files import OWN_FILE, SynonymFiles
from qa.answering import answer
from qa.types import Answer, AnswerWriter
from qa.writing.language_model.types import Endpoint, Timeouts
from qa.writing.language_model.writer import LanguageModelWriter
from tenkyo.errors import TenkyoError
from tenkyo.progress import ShowProgress
from tenkyo.settings import AUTO, Settings, read_settings

if TYPE_CHECKING:
    from eval.beir_index import SplitDocument
    from eval.report import Report
    from eval.running import Searcher
    from eval.tuning_report import TuningReport

Refresher = Callable[[Sequence[Path], ShowProgress], IndexReport]

JAPANESE: dict[type[LibraryError], str] = {
    NoLibraryError: "文書庫がまだありません。文書のフォルダを指定して索引を作成してください。",
    OtherEncoderError: (
        "この文書庫は別の検索用モデルで作られています。設定のモデルを戻すか、新しい文書庫を作成してください。"
    ),
    OldIndexesError: (
        "検索用の索引がないか、古いか、壊れています。"
        "もう一度、索引を作成してください（文書は失われていません）。"
    ),
}
"""What the app says of a library that cannot be opened."""


@dataclass(frozen=True, slots=True)
class Application:
    """A library opened for reading, with what answers from it and draws its pages. Threads may share it."""

    settings: Settings
    index: Index
    _parser: ParserProcess = field(repr=False)
    _writer: AnswerWriter | None = field(default=None, repr=False)

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
        original = self.index.original(document_id)
        if original is None:
            raise TenkyoError(
                f"the library holds no original of document {document_id}", "原本のファイルが見つかりません。"
            )
        drawn = self.index.page(document_id, page) or Page(page, None, "", "none")
        spans = passage.spans if passage else ()
        start = passage.text.find(quote) if passage and quote else -1
        marks: tuple[Span, ...] = ()
        if passage and quote and start >= 0:
            with suppress(ValueError):  # a quote without a place is boxed with its passage alone
                marks = locate(passage, self.passage_pages(passage), start, start + len(quote))
        try:
            return self._parser.render_page(original, drawn, spans, marks, scale)
        except UnreadableFile as error:
            raise TenkyoError(
                f"page {page} cannot be drawn: {error}", f"{page}頁を画像にできませんでした。"
            ) from error


def open_application(settings: Settings | None = None) -> Application:
    """The library of the settings' data folder, opened for reading.

    Raises TenkyoError where there is no library, or it was made with another model.
    """
    settings = settings or read_settings()
    with _told():
        library = Library.open(
            settings.data, _encoder(settings), synonyms=settings.synonyms, reranker=_reranker(settings)
        )
    return Application(settings, library, ParserProcess(settings.limits), _answer_writer(settings))


def library_refresher(settings: Settings) -> Refresher:
    """What brings the library up to date with files and folders, as often as it is called.

    It raises TenkyoError; the library is then as it was before that call.
    """
    with _told():
        encoder = _encoder(settings)

    def refresh_library(sources: Sequence[Path], progress: ShowProgress) -> IndexReport:
        with _told():
            return refresh(
                settings.data,
                sources,
                encoder,
                settings.limits,
                progress,
                settings.processes,
                _ocr_engine(settings),
            )

    return refresh_library


def prepare_model(settings: Settings, progress: ShowProgress) -> Path:
    """The folder of the bundled model, made ready where it is not yet."""
    with _told():
        return prepare_bundled(settings.cache, lambda done, total: progress("preparing", done, total))


def evaluate_target(
    settings: Settings,
    target: Path,
    progress: ShowProgress,
    compare: Sequence[str] = (),
    *,
    answers: bool = False,
    timed: bool = False,
    first: int | None = None,
) -> "Report":
    """The report on a file of judged questions, asked of the library, or on a BEIR folder, indexed for it
    where the library is not just that corpus.

    `compare` names the configurations, the usual ones where it is empty; `first` takes only so many queries.
    Raises ValueError for an unknown one.
    """
    from eval.configurations import USUAL, check_names, make_searchers
    from eval.evaluation import Plan, evaluate

    names = check_names(compare or USUAL)
    with _told():
        encoder = _encoder(settings)

        def build(folder: Path, documents: "Iterable[SplitDocument]") -> None:
            index_documents(folder, documents, encoder, progress)

        def searchers(index: Index) -> "dict[str, Searcher]":
            try:
                return make_searchers(names, index, _model_folder(settings), partial(progress, "comparing"))
            except ImportError as error:
                raise TenkyoError(str(error), f"比較に必要なライブラリがありません：{error}") from error

        return evaluate(
            target,
            open_index=partial(
                Library.open, encoder=encoder, synonyms=settings.synonyms, reranker=_reranker(settings)
            ),
            build_index=build,
            data=settings.data,
            plan=Plan(
                searchers,
                timed,
                lambda stage, done, total: progress(stage, done, total),
                (lambda index: partial(answer, index=index, top_k=settings.top_k)) if answers else None,
                first,
            ),
        )


def fit_weights(settings: Settings, questions: Path, progress: ShowProgress) -> "TuningReport":
    """The report on ranking weights fitted to judged questions. Raises ValueError as `tune` does."""
    from eval.tuning import tune

    with _told():
        library = Library.open(settings.data, _encoder(settings), synonyms=settings.synonyms)
        return tune(questions, library, partial(progress, "searching"))


def put_weights(settings: Settings, weights: RankingWeights) -> None:
    """Let the library rank by these weights."""
    with _told():
        apply_weights(settings.data, weights)


def take_weights_back(settings: Settings) -> RankingWeights | None:
    """Let the library rank by the weights before again: these, None for the program's own."""
    with _told():
        return undo_weights(settings.data)


def report_writer(folder: Path) -> "Callable[[Report], Sequence[Path]]":
    """What writes a report into a folder. Raises TenkyoError where a library that this needs is absent."""
    try:
        from eval.reporting import write_report
    except ImportError as error:
        raise TenkyoError(str(error), f"報告の作成に必要なライブラリがありません：{error}") from error
    return partial(write_report, folder=folder)


def _encoder(settings: Settings) -> Encoder:
    if settings.encoder == BUNDLED:
        prepare_bundled(settings.cache)
    return load_encoder(settings.encoder, settings.cache)


def _reranker(settings: Settings) -> Reranker | None:
    return load_reranker(settings.reranker) if settings.reranker else None


def _answer_writer(settings: Settings) -> AnswerWriter | None:
    """What has a language model write answers; None where none is set up."""
    if settings.llm_url is None:
        return None
    if not settings.llm_model:
        raise TenkyoError(
            "the setting llm_url needs the setting llm_model too: the name that the server gives its model",
            "設定 llm_url には、言語モデルの名前（設定 llm_model）も必要です。",
        )
    key = settings.llm_key.get_secret_value() if settings.llm_key else None
    timeouts = Timeouts(whole=settings.llm_timeout)
    return LanguageModelWriter(Endpoint(settings.llm_url, settings.llm_model, key, timeouts))


def _model_folder(settings: Settings) -> Path:
    return prepare_bundled(settings.cache) if settings.encoder == BUNDLED else locate_model(settings.encoder)


def _ocr_engine(settings: Settings) -> str:
    """The name of the OCR engine: for `auto` the first that is installed, the best where none is."""
    if settings.ocr != AUTO:
        return settings.ocr
    from corpus.ocr.engines import DEFAULT_ENGINE, ENGINES, engine_fingerprint
    from corpus.ocr.types import OcrUnavailable

    for name in dict.fromkeys((DEFAULT_ENGINE, *ENGINES)):
        try:
            engine_fingerprint(name)
        except OcrUnavailable:
            continue
        return name
    return DEFAULT_ENGINE


@contextmanager
def _told() -> Iterator[None]:
    """Turns the parts' errors into the one that the command line and the app show."""
    try:
        yield
    except RerankerError as error:
        raise TenkyoError(str(error), f"並べ替え用のモデルを使えません：{error}") from error
    except EncoderError as error:
        raise TenkyoError(str(error), f"検索用のモデルを使えません：{error}") from error
    except LibraryError as error:
        japanese = JAPANESE.get(type(error), f"文書庫を開けません：{error}")
        raise TenkyoError(str(error), japanese) from error
