"""Judged questions or a BEIR folder, and a library, in; a Report out."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from eval.answers import Answerer, AnswerSummary, judge_answers
from eval.beir import BeirSet, is_beir, read_beir
from eval.beir_index import Build, Open, corpus_folder, index_corpus
from eval.configurations import OURS
from eval.costs import Cost, time_searchers
from eval.judging import file_name
from eval.misses import list_misses
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
    """What is done with the judged queries: what is compared, whether it is timed too, who is told."""

    comparing: Comparing
    timed: bool = False
    progress: Progress | None = None

    def telling(self, stage: str) -> Callable[[int, int], None] | None:
        """What tells of one stage."""
        return partial(self.progress, stage) if self.progress else None


def evaluate(
    target: Path,
    open_index: Open,
    build_index: Build,
    data: Path,
    plan: Plan,
    answering: Answering | None = None,
    split: str | None = None,
    beir_data: Path | None = None,
) -> Report:
    """The report on a file of judged questions, asked of the library in `data`, or on a BEIR folder.

    A BEIR corpus is indexed into `beir_data`, a temporary folder where that is None, never into `data`.
    `answering` has the answers to a question file judged too.

    Raises ValueError for a target that is neither, or a library that does not fit it.
    """
    if target.is_file():
        index = open_index(data)
        return evaluate_questions(target, index, plan, answering and answering(index))
    if not is_beir(target):
        raise ValueError(
            f"{target} is neither a file of questions nor a folder with corpus.jsonl and queries.jsonl"
        )
    if answering:
        raise ValueError("answers are judged on files of questions, not on BEIR folders")
    judged = read_beir(target, split)
    with corpus_folder(beir_data) as folder:
        return evaluate_beir(judged, index_corpus(judged, folder, open_index, build_index), plan)


def evaluate_questions(path: Path, index: Index, plan: Plan, answerer: Answerer | None = None) -> Report:
    """The report on a file of judged questions over an index; with `answerer`, answers are judged too.

    Documents that the questions name and the index does not hold are told in the report; their questions
    count as nothing found. Raises ValueError where it holds none of them.
    """
    questions = read_questions(path)
    answerable = [question for question in questions if question.answerable]
    missing = missing_documents(answerable, index)
    queries = [judge_question(question) for question in answerable]
    runs, costs = run_plan(queries, index, plan) if queries else ([], ())
    answers = judge_answers(questions, answerer, plan.telling("answering")) if answerer else None
    return make_report(
        path.name,
        queries,
        runs,
        unanswerable=len(questions) - len(queries),
        missing=missing,
        answers=answers,
        collected=describe_collection(index),
        costs=costs,
        bytes_on_disk=index.status().bytes_on_disk if plan.timed else None,
    )


def evaluate_beir(judged: BeirSet, index: Index, plan: Plan) -> Report:
    """The report on the queries of a BEIR set over an index that holds its corpus."""
    queries = [judge_beir_query(query) for query in judged.queries]
    runs, costs = run_plan(queries, index, plan)
    return make_report(
        f"{judged.name}/{judged.split}",
        queries,
        runs,
        collected=describe_collection(index),
        costs=costs,
        bytes_on_disk=index.status().bytes_on_disk if plan.timed else None,
    )


def run_plan(queries: Sequence[JudgedQuery], index: Index, plan: Plan) -> tuple[list[Run], tuple[Cost, ...]]:
    """What each way of searching found, and what it costs where that is asked for."""
    searchers = plan.comparing(index)
    runs = run_searchers(queries, searchers, plan.telling("searching"))
    costs = time_searchers(searchers, queries, runs, plan.telling("timing")) if plan.timed else ()
    return runs, costs


def describe_collection(index: Index) -> Collected:
    """What was searched."""
    status = index.status()
    return Collected(status.documents, status.passages, status.encoder)


def make_report(
    target: str,
    queries: Sequence[JudgedQuery],
    runs: Sequence[Run],
    unanswerable: int = 0,
    missing: Sequence[str] = (),
    answers: AnswerSummary | None = None,
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
