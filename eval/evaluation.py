"""Judged questions or a BEIR folder, and a library, in; a Report out."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from corpus.types import Page, Passage
from eval.answers import Answerer, AnswerSummary, judge_answers, summarise_answers
from eval.answers.citing import ReadPages
from eval.answers.spans import SpanSummary, judge_spans
from eval.beir import BeirQuery, BeirSet, is_beir, read_beir
from eval.beir_index import Build, Open, corpus_index
from eval.configurations import OURS
from eval.costs import Cost, time_searchers
from eval.judging import file_name
from eval.misses import list_misses
from eval.only_documents import only_documents
from eval.questions import Question, read_questions
from eval.report import Collected, Report
from eval.running import JudgedQuery, Run, Searcher, judge_beir_query, judge_question, run_searchers
from eval.significance import compare
from eval.summary import summarise
from index.types import Index

Answering = Callable[[Index], Answerer]
"""Gives the way of answering from an index."""

Comparing = Callable[[Index], Mapping[str, Searcher]]
"""Gives the ways of searching that are compared over an index, by name."""

Progress = Callable[[str, int, int], None]
"""Called with (what is being done, done, total)."""


@dataclass(frozen=True, slots=True)
class Plan:
    """What is done with the judged queries: what is compared, whether answers are judged and searches timed
    too, only how many queries from the first on are taken, who is told."""

    comparing: Comparing
    timed: bool = False
    progress: Progress | None = None
    answering: Answering | None = None
    first: int | None = None

    def telling(self, stage: str) -> Callable[[int, int], None] | None:
        """What tells of one stage."""
        return partial(self.progress, stage) if self.progress else None


def evaluate(
    target: Path,
    open_index: Open,
    build_index: Build,
    data: Path,
    plan: Plan,
    split: str | None = None,
) -> Report:
    """The report on a file of judged questions, asked of the library in `data`, or on a BEIR folder.

    A BEIR corpus is searched in `data` where the library there holds it and nothing else; it is otherwise
    indexed into a temporary folder.

    Raises ValueError for a target that is neither, or a library that does not fit it.
    """
    if target.is_file():
        return evaluate_questions(target, open_index(data), plan)
    if not is_beir(target):
        raise ValueError(
            f"{target} is neither a file of questions nor a folder with corpus.jsonl and queries.jsonl"
        )
    judged = read_beir(target, split)
    with corpus_index(judged, data, open_index, build_index) as index:
        return evaluate_beir(judged, index, plan)


def evaluate_questions(path: Path, index: Index, plan: Plan) -> Report:
    """The report on a file of judged questions over an index.

    Documents that the questions name and the index does not hold are told in the report; their questions
    count as nothing found. Raises ValueError where it holds none of them.
    """
    questions = read_questions(path)[: plan.first]
    answerable = [question for question in questions if question.answerable]
    missing = missing_documents(answerable, index)
    queries = [judge_question(question) for question in answerable]
    runs, costs = run_plan(queries, index, plan) if queries else ([], ())
    return make_report(
        path.name,
        queries,
        runs,
        unanswerable=len(questions) - len(queries),
        missing=missing,
        answers=answer_questions(questions, index, plan),
        collected=describe_collection(index),
        costs=costs,
        bytes_on_disk=index.status().bytes_on_disk if plan.timed else None,
    )


def evaluate_beir(judged: BeirSet, index: Index, plan: Plan) -> Report:
    """The report on the queries of a BEIR set over an index that holds its corpus."""
    asked = judged.queries[: plan.first]
    queries = [judge_beir_query(query) for query in asked]
    runs, costs = run_plan(queries, index, plan)
    return make_report(
        f"{judged.name}/{judged.split}",
        queries,
        runs,
        spans=answer_queries(asked, index, plan),
        collected=describe_collection(index),
        costs=costs,
        bytes_on_disk=index.status().bytes_on_disk if plan.timed else None,
    )


def answer_questions(questions: Sequence[Question], index: Index, plan: Plan) -> AnswerSummary | None:
    """How good the answers to judged questions are, where they are to be judged."""
    if plan.answering is None:
        return None
    answerer = plan.answering(index)
    return summarise_answers(judge_answers(questions, answerer, pages_of(index), plan.telling("answering")))


def answer_queries(queries: Sequence[BeirQuery], index: Index, plan: Plan) -> SpanSummary | None:
    """How often answers to the queries of a corpus hold a right span, where they are to be judged."""
    answering = plan.answering
    if answering is None:
        return None
    by_path = {document.path: document for document in index.documents()}

    def given(query: BeirQuery) -> Answerer:
        right = [by_path[path] for path, grade in query.grades.items() if grade > 0 and path in by_path]
        return answering(only_documents(index, right))

    return judge_spans(queries, answering(index), given, plan.telling("answering"))


def pages_of(index: Index) -> ReadPages:
    """What reads a passage's pages from an index."""

    def read(passage: Passage) -> list[Page]:
        pages = (index.page(passage.document_id, number) for number in passage.page_numbers)
        return [page for page in pages if page is not None]

    return read


def run_plan(queries: Sequence[JudgedQuery], index: Index, plan: Plan) -> tuple[list[Run], tuple[Cost, ...]]:
    """What each way of searching found, and what it costs where that is asked for."""
    searchers = plan.comparing(index)
    runs = run_searchers(queries, searchers, plan.telling("searching"))
    costs = time_searchers(searchers, queries, runs, plan.telling("timing")) if plan.timed else ()
    return runs, costs


def describe_collection(index: Index) -> Collected:
    """What was searched."""
    status = index.status()
    return Collected(status.documents, status.passages, status.encoder, index.state().digest)


def make_report(
    target: str,
    queries: Sequence[JudgedQuery],
    runs: Sequence[Run],
    unanswerable: int = 0,
    missing: Sequence[str] = (),
    answers: AnswerSummary | None = None,
    spans: SpanSummary | None = None,
    collected: Collected | None = None,
    costs: Sequence[Cost] = (),
    bytes_on_disk: int | None = None,
) -> Report:
    """Runs over the same queries as a report; where ours is among them the others are compared with it."""
    errors = {
        query.id: ranking.error
        for run in runs
        for query in queries
        if (ranking := run.rankings[query.id]).error is not None
    }
    ours = next((run for run in runs if run.name == OURS), None)
    others = [(run.name, run.scores) for run in runs if run is not ours]
    return Report(
        target=target,
        questions=len(queries) + unanswerable,
        unanswerable=unanswerable,
        runs=tuple(summarise(run, queries) for run in runs),
        comparisons=tuple(compare(ours.name, ours.scores, others)) if ours and others else (),
        misses=tuple(
            miss
            for run in runs
            for miss in list_misses(run, queries, [other for other in runs if other is not run])
        ),
        errors=tuple(f"{query_id}: {error}" for query_id, error in errors.items()),
        missing=tuple(missing),
        answers=answers,
        spans=spans,
        collected=collected,
        costs=tuple(costs),
        bytes_on_disk=bytes_on_disk,
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
