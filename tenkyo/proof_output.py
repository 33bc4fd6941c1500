"""What was proven of the search in a library in, lines of a report, JSON and a warning out."""

from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

from index.types import DocumentProof, ProofStatus, Unfound
from tenkyo.terminal import one_line

NAMED = 5
"""Documents that a warning names."""

SHOWN = 60
"""Characters of a sentence that are shown."""


def proof_lines(proof: ProofStatus) -> list[str]:
    """One line for all documents, and one for each that search does not find by all that it says."""
    whole = proof.proven + len(proof.failing) + proof.unproven
    if not whole:
        return []
    asked = f"{proof.terms} words, {proof.pages} pages, {proof.sentences} sentences asked for"
    lines = [f"search proven: {proof.proven} of {whole} documents ({asked})"]
    if proof.unproven:
        lines.append(f"documents not yet proven: {proof.unproven}; index again to prove them")
    return [*lines, *(f"not found: {one_line(each.path)}: {_failure(each)}" for each in proof.failing)]


def proof_json(proof: ProofStatus) -> dict[str, Any]:
    """The same for other programs."""
    return asdict(proof)


def proof_warning(proof: ProofStatus) -> str | None:
    """A sentence that names the documents that search does not find by all that they say, None for none."""
    if not proof.failing:
        return None
    names = [one_line(each.path) for each in proof.failing[:NAMED]]
    more = len(proof.failing) - len(names)
    named = ", ".join(names) + (f" and {more} more" if more else "")
    return f"search does not find all that these documents say: {named}; the report tells what"


def page_runs(numbers: Sequence[int]) -> str:
    """Page numbers with 3, 4, 5 told as 3-5."""
    runs: list[list[int]] = []
    for number in numbers:
        if runs and number == runs[-1][1] + 1:
            runs[-1][1] = number
        else:
            runs.append([number, number])
    return ", ".join(str(first) if first == last else f"{first}-{last}" for first, last in runs)


def _failure(proof: DocumentProof) -> str:
    by_kind: dict[str, list[Unfound]] = {}
    for each in proof.unfound:
        by_kind.setdefault(each.what, []).append(each)
    pages = [each.page for each in by_kind.get("page", ()) if each.page is not None]
    parts = (
        "it has no text to search" if "text" in by_kind else "",
        f"{proof.missing} passages are not in the indexes" if proof.missing else "",
        "no word of its text leads to it" if "page" in by_kind and not pages else "",
        f"no word of p.{page_runs(pages)} leads there" if pages else "",
        _quoted("words", by_kind.get("term", ())),
        _quoted("sentences", by_kind.get("sentence", ())),
    )
    return "; ".join(filter(None, parts))


def _quoted(name: str, unfound: Sequence[Unfound]) -> str:
    told = [
        f"{one_line(each.text[:SHOWN])}{'…' if len(each.text) > SHOWN else ''}"
        f"{f' (p.{each.page})' if each.page is not None else ''}"
        for each in unfound
    ]
    return f"{name} {', '.join(told)}" if told else ""
