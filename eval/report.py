"""What an evaluation found in; a table for people, JSON for programs out."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import Any

from eval.answers import AnswerSummary
from eval.answers.spans import SpanSummary
from eval.costs import Cost
from eval.judging import page_words
from eval.measures import MEASURES, Estimate
from eval.misses import Miss
from eval.significance import Comparison
from eval.summary import Group, RunSummary
from index.types import Hit

QUOTE_LENGTH = 60
NAME_WIDTH = 20
CELL_WIDTH = 19


@dataclass(frozen=True, slots=True)
class Collected:
    """What was searched: so many documents and passages, the encoder that made their vectors, and the digest
    of the library's state."""

    documents: int
    passages: int
    encoder: str
    state: str = ""


@dataclass(frozen=True, slots=True)
class Report:
    """Everything one evaluation found. `unanswerable` questions count in `answers` alone; `spans` are the
    answers to queries of a corpus that tells spans.

    `comparisons` are of ours with each other configuration. `errors` are the queries that could not be
    searched, with the reason, `missing` the documents asked about that the library does not hold; both count
    as nothing found. `costs` and the library's `bytes_on_disk` are there where they were asked for.
    """

    target: str
    questions: int
    unanswerable: int
    runs: tuple[RunSummary, ...]
    misses: tuple[Miss, ...]
    errors: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()
    answers: AnswerSummary | None = None
    spans: SpanSummary | None = None
    comparisons: tuple[Comparison, ...] = ()
    collected: Collected | None = None
    costs: tuple[Cost, ...] = ()
    bytes_on_disk: int | None = None

    def as_text(self, *, misses: bool = False) -> str:
        """A plain table: a block a kind, a line a way of searching; the misses below on request."""
        blocks = [f"{self.target}: {self.questions} judged questions, {self.unanswerable} without an answer"]
        blocks += [_block(group.kind, self.runs) for group in (self.runs[0].groups if self.runs else ())]
        if self.comparisons:
            blocks.append(_comparisons_text(self.comparisons))
        if self.answers:
            blocks.append(self.answers.as_text())
        if self.spans:
            blocks.append(self.spans.as_text())
        if self.costs:
            blocks.append(_costs_text(self.costs, self.bytes_on_disk or 0))
        if self.missing:
            blocks.append("\n".join(("not in the library, counted as nothing found:", *self.missing)))
        if self.errors:
            blocks.append("\n".join(("not searchable, counted as nothing found:", *self.errors)))
        if misses:
            blocks += [_miss_text(miss) for miss in self.misses] or ["no misses"]
        return "\n\n".join(blocks)

    def as_json(self) -> dict[str, Any]:
        """The same in JSON's types; every interval as mean, low, high."""
        return {
            "target": self.target,
            "questions": self.questions,
            "unanswerable": self.unanswerable,
            "collected": asdict(self.collected) if self.collected else None,
            "runs": [asdict(run) for run in self.runs],
            "comparisons": [{**asdict(one), "significant": one.significant} for one in self.comparisons],
            "answers": self.answers.as_json() if self.answers else None,
            "spans": self.spans.as_json() if self.spans else None,
            "costs": [asdict(cost) for cost in self.costs],
            "bytes_on_disk": self.bytes_on_disk,
            "errors": list(self.errors),
            "missing": list(self.missing),
            "misses": [_miss_json(miss) for miss in self.misses],
        }


def _block(kind: str, runs: Sequence[RunSummary]) -> str:
    """The lines of one kind, all ways of searching under each other."""
    rows = [(run.name, group) for run in runs for group in run.groups if group.kind == kind]
    head = f"{kind} ({rows[0][1].queries})".ljust(NAME_WIDTH) + "".join(
        name.rjust(CELL_WIDTH) for name in MEASURES
    )
    return "\n".join([head, *(_row(name, group) for name, group in rows)])


def _row(name: str, group: Group) -> str:
    return name.ljust(NAME_WIDTH) + "".join(
        _cell(group.measures[measure]).rjust(CELL_WIDTH) for measure in MEASURES
    )


def _cell(estimate: Estimate) -> str:
    return f"{estimate.mean:.3f} [{estimate.low:.2f} {estimate.high:.2f}]"


def _comparisons_text(comparisons: Sequence[Comparison]) -> str:
    """Ours less each other configuration, measure by measure; * where chance is ruled out."""
    head = f"{comparisons[0].ours} less ..."
    rows = [
        f"{one.other:{NAME_WIDTH}}{one.measure:10}{one.difference.mean:+.3f} "
        f"[{one.difference.low:+.3f} {one.difference.high:+.3f}]  p {one.p:.4f}, Holm {one.adjusted:.4f}"
        f"{' *' if one.significant else ''}"
        for one in comparisons
    ]
    return "\n".join((head, *rows))


def _costs_text(costs: Sequence[Cost], bytes_on_disk: int) -> str:
    rows = [f"{one.name:{NAME_WIDTH}}{one.median_ms:7.1f} ms" for one in costs]
    return "\n".join(
        ("warm query, p50", *rows, f"the library, originals included: {bytes_on_disk / 1e6:.1f} MB")
    )


def opening(hit: Hit) -> str:
    """The first characters of a hit on one line."""
    text = " ".join(hit.passage.text.split())
    return text if len(text) <= QUOTE_LENGTH else f"{text[:QUOTE_LENGTH]}…"


def _miss_text(miss: Miss) -> str:
    found = f"right passage at rank {miss.rank}" if miss.rank else "right passage not among the first ten"
    lines = [
        f"miss ({miss.run}) {miss.query_id}: {miss.query}",
        *(f"  right: {place}" for place in miss.places),
        f"  {miss.error or found}; above it:",
    ]
    for hit in miss.above:
        place = " ".join((hit.document.path, page_words(hit), *hit.passage.headings[-1:]))
        lines.append(f"  {hit.rank:2d}. {place} {opening(hit)}".rstrip())
    return "\n".join(lines)


def _miss_json(miss: Miss) -> dict[str, Any]:
    above = [
        {
            "rank": hit.rank,
            "path": hit.document.path,
            "pages": list(hit.passage.page_numbers) if hit.document.page_count else [],
            "headings": list(hit.passage.headings),
            "passage_id": hit.passage.id,
            "text": hit.passage.text,
        }
        for hit in miss.above
    ]
    return {
        "run": miss.run,
        "id": miss.query_id,
        "query": miss.query,
        "kind": miss.kind,
        "rank": miss.rank,
        "places": list(miss.places),
        "found_by": list(miss.found_by),
        "error": miss.error,
        "above": above,
    }
