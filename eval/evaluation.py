"""Judged questions or a BEIR folder, and a library, in; a Report out."""

import tempfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from pathlib import Path

from corpus import split_passages, split_sections
from corpus.types import ParsedDocument, Passage, Section
from eval.answers import Answerer, AnswerSummary, judge_answers
from eval.beir import BeirSet, is_beir, read_beir
from eval.judging import file_name
from eval.questions import Question, read_questions
from eval.report import Report
from eval.running import JudgedQuery, Run, judge_beir_query, judge_question, run_searchers, searchers
from eval.summary import list_misses, summarise
from index.types import Index

SplitDocument = tuple[ParsedDocument, Sequence[Section], Sequence[Passage]]
Open = Callable[[Path], Index]
"""Opens the library of a data folder."""

Build = Callable[[Path, Iterable[SplitDocument]], None]
"""Writes documents, already split, into the library of a data folder."""

Answering = Callable[[Index], Answerer]
"""Gives the way of answering from an index."""

Progress = Callable[[str, int, int], None]
"""Called with (what is being done, done, total)."""


def evaluate(
    target: Path,
    open_index: Open,
    build_index: Build,
    data: Path,
    answering: Answering | None = None,
    split: str | None = None,
    beir_data: Path | None = None,
    progress: Progress | None = None,
) -> Report:
    """The report on a file of judged questions, asked of the library in `data`, or on a BEIR folder.

    A BEIR corpus is indexed into `beir_data`, a temporary folder where that is None, never into `data`.
    `answering` has the answers to a question file judged too.

    Raises ValueError for a target that is neither, or a library that does not fit it.
    """
    if target.is_file():
        index = open_index(data)
        return evaluate_questions(target, index, answering and answering(index), progress)
    if not is_beir(target):
        raise ValueError(
            f"{target} is neither a file of questions nor a folder with corpus.jsonl and queries.jsonl"
        )
    if answering:
        raise ValueError("answers are judged on files of questions, not on BEIR folders")
    judged = read_beir(target, split)
    with _folder(beir_data) as folder:
        return evaluate_beir(judged, index_corpus(judged, folder, open_index, build_index), progress)


def evaluate_questions(
    path: Path, index: Index, answerer: Answerer | None = None, progress: Progress | None = None
) -> Report:
    """The report on a file of judged questions over an index; with `answerer`, answers are judged too.

    Documents that the questions name and the index does not hold are told in the report; their questions
    count as nothing found. Raises ValueError where it holds none of them.
    """
    questions = read_questions(path)
    answerable = [question for question in questions if question.answerable]
    missing = missing_documents(answerable, index)
    queries = [judge_question(question) for question in answerable]
    runs = (
        run_searchers(queries, searchers(index), progress and partial(progress, "searching"))
        if queries
        else []
    )
    answers = (
        judge_answers(questions, answerer, progress and partial(progress, "answering")) if answerer else None
    )
    return make_report(
        path.name, queries, runs, unanswerable=len(questions) - len(queries), missing=missing, answers=answers
    )


def evaluate_beir(judged: BeirSet, index: Index, progress: Progress | None = None) -> Report:
    """The report on the queries of a BEIR set over an index that holds its corpus."""
    queries = [judge_beir_query(query) for query in judged.queries]
    runs = run_searchers(queries, searchers(index), progress and partial(progress, "searching"))
    return make_report(f"{judged.name}/{judged.split}", queries, runs)


def make_report(
    target: str,
    queries: Sequence[JudgedQuery],
    runs: Sequence[Run],
    unanswerable: int = 0,
    missing: Sequence[str] = (),
    answers: AnswerSummary | None = None,
) -> Report:
    """Runs over the same queries as a report."""
    errors = {
        query.id: ranking.error
        for run in runs
        for query in queries
        if (ranking := run.rankings[query.id]).error is not None
    }
    return Report(
        target=target,
        questions=len(queries) + unanswerable,
        unanswerable=unanswerable,
        runs=tuple(summarise(run, queries) for run in runs),
        misses=tuple(miss for run in runs for miss in list_misses(run, queries)),
        errors=tuple(f"{query_id}: {error}" for query_id, error in errors.items()),
        missing=tuple(missing),
        answers=answers,
    )


def missing_documents(questions: Sequence[Question], index: Index) -> tuple[str, ...]:
    """The documents that right places are in and the index does not hold.

    Raises ValueError where it holds none: the questions are then about another collection.
    """
    named = {file_name(place.document) for question in questions for place in question.places}
    missing = named - {file_name(document.path) for document in index.documents()}
    if named and missing == named:
        raise ValueError(f"the library holds none of the documents asked about, such as {min(named)}")
    return tuple(sorted(missing))


def index_corpus(judged: BeirSet, folder: Path, open_index: Open, build_index: Build) -> Index:
    """An index in `folder` that holds the corpus of a BEIR set, and nothing else; one that does is kept.

    Raises ValueError where the folder holds a library of other documents.
    """
    wanted = {parsed.document.id for parsed in judged.documents}
    if folder.is_dir() and any(folder.iterdir()):
        index = open_index(folder)
        held = {document.id for document in index.documents()}
        if held - wanted:
            raise ValueError(
                f"{folder} holds other documents than the corpus of {judged.name}: name another folder"
            )
        if held == wanted:
            return index
    build_index(folder, split_corpus(judged.documents))
    return open_index(folder)


def split_corpus(documents: Iterable[ParsedDocument]) -> Iterator[SplitDocument]:
    """Each document with its sections and passages."""
    for parsed in documents:
        sections = split_sections(parsed)
        yield parsed, sections, split_passages(parsed, sections)


@contextmanager
def _folder(given: Path | None) -> Iterator[Path]:
    """The folder given, or one that is gone afterwards."""
    if given is not None:
        yield given
        return
    with tempfile.TemporaryDirectory(prefix="tenkyo-eval-", ignore_cleanup_errors=True) as temporary:
        yield Path(temporary)
