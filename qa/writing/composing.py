"""Ranked candidates in, what the answer says out: its parts, its form, its citations and its notes."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import accumulate

from index.types import Index
from qa.asking.questions import AskedQuestion
from qa.candidates.types import Candidate
from qa.choosing.ranking import Scored
from qa.types import AnswerForm, AnswerNote, AnswerPart, Citation
from qa.writing.alternatives import equal_alternatives
from qa.writing.findings import finding_heading
from qa.writing.further import add_further
from qa.writing.limits import TOGETHER
from qa.writing.paging import contents_entry, name_page
from qa.writing.quoting import check_quotes
from qa.writing.things_compared import compare_things
from qa.writing.trimming import trim
from qa.writing.units import with_unit
from qa.writing.years_compared import compare_years


@dataclass(frozen=True, slots=True)
class Composed:
    """An answer's text, which is that of its parts with the numbers of their citations, and more."""

    text: str
    form: AnswerForm
    parts: tuple[AnswerPart, ...]
    citations: tuple[Citation, ...]
    notes: tuple[AnswerNote, ...] = ()


def compose(asked: AskedQuestion, ranked: Sequence[Scored], index: Index) -> Composed:
    """What the best candidates say, each part word for word from its place or its table, and cited.

    `ranked` are not empty, best first. Two years asked about are answered side by side; cells of which the
    question does not tell which is meant are shown as candidates. Raises QuoteError where a quote does not
    stand in its passage.
    """
    best = ranked[0]
    if asked.kind == "page":
        return _composed("single", [_with_page(trim(asked, best.candidate), index)])
    if len(asked.fiscal_years) > 1 and (years := compare_years(asked, ranked)):
        form: AnswerForm = "comparison" if len(years.chosen) > 1 else "single"
        return _composed(form, [trim(asked, one.candidate) for one in years.chosen], years.notes)
    if things := compare_things(asked, ranked):
        return _composed("comparison", [trim(asked, one.candidate) for one in things])
    if best.candidate.form == "list":
        return _composed("list", [best.candidate])
    if len(alike := equal_alternatives(ranked)) > 1:
        return _composed("candidates", [one.candidate for one in alike])
    if asked.wants_page:
        return _composed("single", _finding(asked, ranked, index))
    chosen = _short([with_unit(one.candidate, ranked) for one in add_further(asked, ranked)])
    facts = len(chosen) > 1 and all(one.figure for one in chosen)
    return _composed("candidates" if facts else "single", chosen)


def _short(chosen: Sequence[Candidate]) -> list[Candidate]:
    """The first, and those after it that fit, as units make rows longer."""
    ends = accumulate(len(one.text) for one in chosen)
    return [one for at, (one, end) in enumerate(zip(chosen, ends, strict=True)) if not at or end <= TOGETHER]


def _composed(form: AnswerForm, chosen: Sequence[Candidate], notes: tuple[AnswerNote, ...] = ()) -> Composed:
    """A part for each candidate; those that quote the same place share a citation."""
    quoted = {_place(one): one for one in chosen}
    numbers = {place: number for number, place in enumerate(quoted, start=1)}
    citations = tuple(Citation(numbers[place], one.hit, one.quote) for place, one in quoted.items())
    check_quotes(citations)
    parts = tuple(AnswerPart(one.text, (numbers[_place(one)],)) for one in chosen)
    joint = " " if form == "single" else "\n"
    text = joint.join(f"{part.text}[{part.citations[0]}]" for part in parts)
    return Composed(text, form, parts, citations, notes)


def _place(candidate: Candidate) -> tuple[str, int, int]:
    return candidate.hit.passage.id, candidate.start, candidate.end


def _with_page(candidate: Candidate, index: Index) -> Candidate:
    """A candidate that says the page it stands on before its own text; of an entry of a table of contents the
    name alone."""
    page = name_page(candidate, index)
    if entry := contents_entry(candidate):
        name = entry["name"].strip()
        start = candidate.hit.passage.text.rfind(name, 0, candidate.start + len(name))
        candidate = replace(candidate, start=start, end=start + len(name), text=name)
    return replace(candidate, text=f"{page}「{candidate.text}」") if page else candidate


def _finding(asked: AskedQuestion, ranked: Sequence[Scored], index: Index) -> list[Candidate]:
    """What is said of a finding, with its page, and before it the finding's heading."""
    heading = finding_heading(ranked, index)
    said = trim(asked, ranked[0].candidate)
    return [_with_page(heading, index), said] if heading else [_with_page(said, index)]
