"""A question and its evidence in, all that may answer it out."""

from collections.abc import Mapping, Sequence

from index.types import Index, SentenceScore
from qa.asking.questions import AskedQuestion
from qa.candidates.evidence import Evidence
from qa.candidates.lists import find_lists
from qa.candidates.own_text import own_starts
from qa.candidates.sentences import find_sentences
from qa.candidates.tables import find_facts
from qa.candidates.types import Candidate


def make_candidates(
    asked: AskedQuestion,
    evidence: Sequence[Evidence],
    index: Index,
    near: Mapping[str, Sequence[SentenceScore]],
) -> list[Candidate]:
    """Sentences, lists, cells of tables and fields of forms that the evidence holds.

    `near` is how near each sentence and row is to the question, by its passage's id.
    """
    own = own_starts((one.hit.passage for one in evidence), index)
    return [
        *find_sentences(evidence, own),
        *find_lists(asked, evidence, own),
        *find_facts(asked, evidence, index, near),
    ]
