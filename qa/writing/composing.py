"""Ranked candidates in, what the answer says out: its parts, its form, its citations and its notes."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from qa.asking.questions import AskedQuestion
from qa.choosing.ranking import Scored
from qa.types import AnswerForm, AnswerNote, AnswerPart, Citation
from qa.writing.alternatives import equal_alternatives
from qa.writing.further import add_further
from qa.writing.paging import name_page
from qa.writing.quoting import check_quotes
from qa.writing.years_compared import compare_years


@dataclass(frozen=True, slots=True)
class Composed:
    """An answer's text, which is that of its parts with the numbers of their citations, and more."""

    text: str
    form: AnswerForm
    parts: tuple[AnswerPart, ...]
    citations: tuple[Citation, ...]
    notes: tuple[AnswerNote, ...] = ()


def compose(asked: AskedQuestion, ranked: Sequence[Scored], weights: Mapping[str, float]) -> Composed:
    """What the best candidates say, each part word for word from its place or its table, and cited.

    `ranked` are not empty, best first; `weights` those of the question's terms. Two years asked about are
    answered side by side; cells that answer equally well are shown as candidates. Raises QuoteError where a
    quote does not stand in its passage.
    """
    if asked.kind == "page":
        return _composed("single", ranked[:1], (_on_page(ranked[0]),))
    if len(asked.fiscal_years) > 1 and (years := compare_years(asked, ranked)):
        return _composed("comparison" if len(years.chosen) > 1 else "single", years.chosen, notes=years.notes)
    best = ranked[0]
    if best.candidate.form == "list":
        return _composed("list", [best])
    if len(alike := equal_alternatives(asked, ranked)) > 1:
        return _composed("candidates", alike)
    chosen = add_further(asked, ranked, weights)
    texts = [_on_page(one) if asked.wants_page else one.candidate.text for one in chosen]
    return _composed("single", chosen, texts)


def _composed(
    form: AnswerForm,
    chosen: Sequence[Scored],
    texts: Iterable[str] = (),
    notes: tuple[AnswerNote, ...] = (),
) -> Composed:
    """A part for each candidate; those that quote the same place share a citation."""
    said = tuple(texts) or tuple(one.candidate.text for one in chosen)
    quotes = {(one.hit.passage.id, one.candidate.start, one.candidate.end): one for one in chosen}
    numbers = {place: number for number, place in enumerate(quotes, start=1)}
    citations = tuple(Citation(numbers[place], one.hit, one.candidate.quote) for place, one in quotes.items())
    check_quotes(citations)
    parts = tuple(
        AnswerPart(text, (numbers[one.hit.passage.id, one.candidate.start, one.candidate.end],))
        for text, one in zip(said, chosen, strict=True)
    )
    joint = " " if form == "single" else "\n"
    text = joint.join(f"{part.text}[{part.citations[0]}]" for part in parts)
    return Composed(text, form, parts, citations, notes)


def _on_page(scored: Scored) -> str:
    """A candidate's text with the page that it stands on before it."""
    page = name_page(scored.hit)
    return f"{page}「{scored.candidate.text}」" if page else scored.candidate.text
