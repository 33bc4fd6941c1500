"""Every quote of every answer about the real documents stands word for word on its page."""

from pathlib import Path

import pytest

from corpus import Limits, split_passages, split_sections
from corpus.reading import READERS, read_document
from eval.answers import judge_answers
from eval.evaluation import pages_of
from eval.questions import read_questions
from index import Library, index_documents
from qa.answering import answer
from tests.tiny_encoder import TinyEncoder

SHARED = Path(__file__).parents[2] / "shared"
SETS = {"seeds": "*", "real": "questions_documents/*"}
"""The folders of judged questions, and where the documents stand that they are about."""

LARGEST = 700_000
"""Larger files are left to the tests of the corpus: the large budgets take up to half a minute."""

pytestmark = [
    pytest.mark.real,
    pytest.mark.skipif(not SHARED.is_dir(), reason=f"no real documents: there is no folder {SHARED}"),
]


@pytest.mark.parametrize("name", SETS)
def test_every_quote_stands_word_for_word_on_its_page(name: str, tmp_path: Path) -> None:
    files = [path for path in sorted((SHARED / name).glob(SETS[name])) if path.suffix in READERS]
    files = [path for path in files if path.stat().st_size <= LARGEST]
    if not files:
        pytest.skip(f"no documents in {SHARED / name}")
    parsed = [read_document(path, path.name, Limits()) for path in files]
    split = [(one, sections := split_sections(one), split_passages(one, sections)) for one in parsed]
    encoder = TinyEncoder()
    index_documents(tmp_path / "library", split, encoder)
    index = Library.open(tmp_path / "library", encoder)
    judged = judge_answers(
        read_questions(SHARED / name / "questions.jsonl"),
        lambda question: answer(question, index),
        pages_of(index),
    )
    citations = [(one.question.id, each) for one in judged for each in one.citations]
    assert citations
    assert [(asked, each.citation.quote) for asked, each in citations if not each.verbatim] == []
