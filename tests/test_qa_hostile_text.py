"""Questions and documents that are made to be slow to read are read at once."""

import time
from collections.abc import Callable
from dataclasses import replace

import pytest

from index.types import Hit
from qa.asking.questions import take_apart
from qa.candidates.evidence import Evidence
from qa.candidates.fact_words import said
from qa.candidates.facts import Fact
from qa.candidates.items import item_facts
from qa.candidates.types import Candidate
from qa.writing.paging import contents_entry
from qa.writing.things_compared import compared_things
from tests.fake_index import document, passage

SHEET = document("予算書.pdf")
SECONDS = 1.0
"""In steps that grow with the square of the text, a tenth of this is enough; with its cube it is not."""


def evidence(text: str) -> Evidence:
    return Evidence(Hit(passage(SHEET, text), SHEET, 1.0, 1), frozenset(), 0.0)


def fact(text: str, label: str) -> Fact:
    of = evidence(text)
    place = of.hit.passage.spans[0]
    return Fact(of, 0, len(text), place, "", (label,), (), "782", None, None, None)


def contents(text: str) -> object:
    return contents_entry(Candidate(evidence(text), 0, len(text), text, "", "sentence"))


@pytest.mark.parametrize(
    "read",
    [
        lambda: compared_things(replace(take_apart("保存"), text="あと" * 600)),
        lambda: compared_things(replace(take_apart("保存"), text="保存、" * 40)),
        lambda: said(fact("旅費\t782", "○" * 60 + "（"), frozenset()),
        lambda: list(item_facts(fact(":" * 800, "旅費"))),
        lambda: contents(" " * 799 + "終"),
    ],
    ids=["two things", "a series of things", "a label of marks", "a cell of colons", "a line of spaces"],
)
def test_hostile_text_is_read_at_once(read: Callable[[], object]) -> None:
    start = time.perf_counter()
    read()
    assert time.perf_counter() - start < SECONDS
