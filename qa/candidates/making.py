"""A question and its evidence in, all that may answer it out."""

from collections.abc import Sequence

from index.types import Index
from qa.asking.questions import AskedQuestion
from qa.candidates.evidence import Evidence
from qa.candidates.fields import find_fields
from qa.candidates.rows import find_cells
from qa.candidates.sentences import find_sentences
from qa.candidates.types import Candidate


def make_candidates(asked: AskedQuestion, evidence: Sequence[Evidence], index: Index) -> list[Candidate]:
    """Sentences, cells of tables and fields of forms that the evidence holds."""
    return [
        *find_sentences(asked, evidence),
        *find_cells(asked, evidence, index),
        *find_fields(asked, evidence, index),
    ]
