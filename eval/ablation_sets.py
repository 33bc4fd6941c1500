"""A BEIR folder, or a file of questions with the library it is about, in; queries and passages out."""

from dataclasses import dataclass
from pathlib import Path

from eval.beir import is_beir, read_beir
from eval.beir_index import split_corpus
from eval.collection import Collection, HeldPassage
from eval.questions import read_questions
from eval.running import JudgedQuery, judge_beir_query, judge_question
from index.storage.database import Reading, bring_up_to_date, check_readable
from index.storage.queries import select_document_passages, select_documents
from index.text.bigrams import JAPANESE


@dataclass(frozen=True, slots=True)
class JudgedSet:
    """Judged queries in Japanese and the passages that they are asked of."""

    name: str
    queries: tuple[JudgedQuery, ...]
    passages: Collection


def read_set(target: str) -> JudgedSet:
    """The set that an argument names: a BEIR folder, or QUESTIONS.jsonl=LIBRARY.

    Queries without a Japanese character are left out: no way of cutting Japanese helps them. Raises
    ValueError for an argument that names neither.
    """
    questions, _, library = target.partition("=")
    if library:
        queries = [judge_question(one) for one in read_questions(Path(questions)) if one.answerable]
        return JudgedSet(Path(questions).parent.name, _japanese(queries), read_passages(Path(library)))
    if not is_beir(Path(target)):
        raise ValueError(f"{target} is neither a BEIR folder nor QUESTIONS.jsonl=LIBRARY")
    beir = read_beir(Path(target))
    held = (
        HeldPassage(passage, parsed.document)
        for parsed, _, passages in split_corpus(beir.documents)
        for passage in passages
    )
    return JudgedSet(beir.name, _japanese([judge_beir_query(query) for query in beir.queries]), tuple(held))


def read_passages(data: Path) -> Collection:
    """Every passage of the library in a data folder, whatever encoder it was made with."""
    bring_up_to_date(data)
    reading = Reading(data)
    with reading.snapshot() as connection:
        check_readable(connection, data)
        held = tuple(
            HeldPassage(passage, document)
            for document in select_documents(connection)
            for passage in select_document_passages(connection, document.id)
        )
    reading.close()
    return held


def _japanese(queries: list[JudgedQuery]) -> tuple[JudgedQuery, ...]:
    return tuple(query for query in queries if JAPANESE.search(query.query))
