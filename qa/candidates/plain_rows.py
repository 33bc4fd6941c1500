"""A candidate in, the figure of a row that does not tell its unit out."""

from decimal import Decimal

from corpus.tables.figures import parse_figure
from qa.candidates.types import Candidate


def plain_figure(candidate: Candidate) -> Decimal | None:
    """The figure of a candidate that is quoted as it stands, and is a label and one figure alone
    (トイレ改修工事費 661); None for any other."""
    if candidate.form != "sentence":
        return None
    label, *figures = candidate.quote.split("\t")
    figure = parse_figure(figures[0]) if len(figures) == 1 else None
    return figure.number if figure and parse_figure(label) is None else None
