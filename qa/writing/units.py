"""A row of a table in, the same with the unit that its amounts are in out."""

from collections.abc import Sequence
from dataclasses import replace

from qa.candidates.types import Candidate
from qa.choosing.ranking import Scored


def with_unit(candidate: Candidate, ranked: Sequence[Scored]) -> Candidate:
    """A row that names no unit of money with that of its cells (単位：千円) as their table states it; as
    it is where they are in several units, or the candidate is no row."""
    if candidate.form != "sentence" or "\t" not in candidate.text or "円" in candidate.text:
        return candidate
    units = {
        one.candidate.figure.unit
        for one in ranked
        if one.candidate.figure and one.candidate.figure.unit and _holds(candidate, one.candidate)
    }
    money = next(iter(units)) if len(units) == 1 else None
    told = money is not None and money.endswith("円")
    return replace(candidate, text=f"{candidate.text}（単位：{money}）") if told else candidate


def _holds(row: Candidate, cell: Candidate) -> bool:
    same = row.hit.passage.id == cell.hit.passage.id
    return same and row.start < cell.end and cell.start < row.end
