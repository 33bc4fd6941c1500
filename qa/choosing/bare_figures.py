"""A cell's words and the types asked for in, where its bare figure answers out."""

import re

from qa.asking.answer_places import Places
from qa.asking.questions import AskedQuestion
from qa.candidates.types import Candidate

MEASURES = {
    "count": re.compile(r"数(?:量|計)?(?![一-龥])"),
    "percent": re.compile(r"(?:割合|[率比])(?![一-龥])"),
    "amount": re.compile(r"[額費](?![一-龥])"),
}
"""Ends of labels and heads whose figures are counts, rates or amounts without a unit: システム数, 落札率."""


def bare_figure_places(asked: AskedQuestion, candidate: Candidate) -> Places:
    """Where the figure without a unit stands in the text of a cell or field, where its labels or heads name
    what is asked for (システム数：34 for how many systems); none otherwise."""
    figure = candidate.figure
    if figure is None or figure.number is None or figure.unit is not None:
        return []
    named = candidate.text.removesuffix(figure.text)
    if any(kind in MEASURES and MEASURES[kind].search(named) for kind in asked.kinds):
        return [(len(named), len(candidate.text))]
    return []
