"""Nothing is quoted of what a passage tells again of its table: it stands on no page."""

from collections.abc import Sequence
from dataclasses import replace

from corpus.types import Passage, Span
from index.types import Hit
from qa.asking.questions import take_apart
from qa.candidates.evidence import Evidence
from qa.candidates.lists import find_lists
from qa.candidates.own_text import OwnStarts, own_starts
from qa.candidates.sentences import find_sentences
from qa.choosing.ranking import Scored
from qa.writing.findings import finding_heading
from tests.fake_index import FakeIndex, document, passage

HELD = document("予算書.pdf")
HEADS = "（単位：千円）\n区分\t本年度"
ROWS = "委託料\t31,240\n旅費\t782"
TABLE = passage(HELD, f"{HEADS}\n{ROWS}")


class PageIndex(FakeIndex):
    """An index in which a passage's spans hold only a part of its text."""

    own = ROWS

    def texts(self, document_id: str, spans: Sequence[Span]) -> Sequence[str]:
        return [self.own]


def evidence(of: Passage) -> list[Evidence]:
    return [Evidence(Hit(of, HELD, 1.0, 1), frozenset(), 0.0)]


def starts(of: Passage) -> OwnStarts:
    return own_starts([of], PageIndex([]))


def test_a_passages_own_text_begins_after_its_repeated_heads() -> None:
    index = PageIndex([])
    assert TABLE.text[own_starts([TABLE], index)[TABLE.id] :] == ROWS
    whole = replace(TABLE, text=ROWS)
    assert own_starts([whole], index)[whole.id] == 0


def test_sentences_and_lists_begin_in_the_own_text_and_are_about_the_heads() -> None:
    own = starts(TABLE)
    sentences = find_sentences(evidence(TABLE), own)
    lists = find_lists(take_apart("内訳は何があるか"), evidence(TABLE), own)
    assert sentences
    assert [one.text for one in lists] == [ROWS]
    for candidate in (*sentences, *lists):
        assert candidate.quote in ROWS
        assert candidate.about.strip() == HEADS


def test_a_heading_that_is_told_again_is_not_quoted() -> None:
    under = replace(TABLE, headings=("2 歳出",), text=f"2 歳出\n{ROWS}")
    row = next(one for one in find_sentences(evidence(under), starts(under)) if one.text != "2 歳出")
    ranked = [Scored(row, (), frozenset(), True, 1.0)]
    assert finding_heading(ranked, PageIndex([])) is None
    whole = PageIndex([])
    whole.own = under.text
    heading = finding_heading(ranked, whole)
    assert heading is not None and heading.quote == "2 歳出"
