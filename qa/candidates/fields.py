"""Evidence and an index in, the fields of forms that may answer out."""

from collections.abc import Sequence

from index.types import Index
from qa.asking.questions import AskedQuestion
from qa.candidates.evidence import Evidence
from qa.candidates.types import Candidate


def find_fields(asked: AskedQuestion, evidence: Sequence[Evidence], index: Index) -> list[Candidate]:
    """None yet."""
    return []
