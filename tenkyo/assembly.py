"""Settings in, the parts put together out: the one place where settings become parts."""

from collections.abc import Callable, Iterable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from corpus import ParserProcess
from embeddings import (
    Encoder,
    Reranker,
    load_encoder,
    load_reranker,
    prepare_bundled,
)
from embeddings.loading import BUNDLED, locate_model
from index import (
    Library,
    index_documents,
    refresh,
)
from index.ranking.own_weights import apply_weights, undo_weights
from index.ranking.weights import RankingWeights
from index.types import Index, IndexReport
from qa.answering import answer
from qa.types import AnswerWriter
from qa.writing.language_model.types import Endpoint, Timeouts
from qa.writing.language_model.writer import LanguageModelWriter
from tenkyo.application import Application
from tenkyo.errors import TenkyoError
from tenkyo.progress import ShowProgress
from tenkyo.removals import Removals
from tenkyo.settings import AUTO, Settings, read_settings
from tenkyo.telling import told

if TYPE_CHECKING:
    from eval.beir_index import SplitDocument
    from eval.report import Report
    from eval.running import Searcher
    from eval.tuning_report import TuningReport

Refresher = Callable[[Sequence[Path], ShowProgress], IndexReport]


def open_application(settings: Settings | None = None) -> Application:
    """The library of the settings' data folder, opened for reading.

    Raises TenkyoError where there is no library, or it was made with another model.
    """
    settings = settings or read_settings()
    with told():
        encoder = _encoder(settings)
        library = Library.open(
            settings.data, encoder, synonyms=settings.synonyms, reranker=_reranker(settings)
        )
    return Application(
        settings,
        library,
        Removals(settings, encoder),
        ParserProcess(settings.limits),
        _answer_writer(settings),
    )


def library_refresher(settings: Settings) -> Refresher:
    """What brings the library up to date with files and folders, as often as it is called.

    It raises TenkyoError; the library is then as it was before that call.
    """
    with told():
        encoder = _encoder(settings)

    def refresh_library(sources: Sequence[Path], progress: ShowProgress) -> IndexReport:
        with told():
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
    with told():
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
    What all questions of a file came to is kept beside the library, for the app to show. Raises ValueError
    for an unknown configuration.
    """
    from eval.configurations import USUAL, check_names, make_searchers
    from eval.evaluation import Plan, evaluate
    from tenkyo.reports.keeping import keep_beside

    names = check_names(compare or USUAL)
    with told():
        encoder = _encoder(settings)

        def build(folder: Path, documents: "Iterable[SplitDocument]") -> None:
            index_documents(folder, documents, encoder, progress)

        def searchers(index: Index) -> "dict[str, Searcher]":
            try:
                return make_searchers(names, index, _model_folder(settings), partial(progress, "comparing"))
            except ImportError as error:
                raise TenkyoError(str(error), f"比較に必要なライブラリがありません：{error}") from error

        report = evaluate(
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
        if target.is_file() and first is None:
            keep_beside(settings.data, report)
        return report


def fit_weights(settings: Settings, questions: Path, progress: ShowProgress) -> "TuningReport":
    """The report on ranking weights fitted to judged questions. Raises ValueError as `tune` does."""
    from eval.tuning import tune

    with told():
        library = Library.open(settings.data, _encoder(settings), synonyms=settings.synonyms)
        return tune(questions, library, partial(progress, "searching"))


def put_weights(settings: Settings, weights: RankingWeights) -> None:
    """Let the library rank by these weights."""
    with told():
        apply_weights(settings.data, weights)


def take_weights_back(settings: Settings) -> RankingWeights | None:
    """Let the library rank by the weights before again: these, None for the program's own."""
    with told():
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
