"""Hits in, best first, the same in the order and the groups asked for out."""

from collections.abc import Iterable, Sequence

from index.types import Hit, Order

SHOWN_OF_DOCUMENT = 3
"""How many hits of one document stand in its group."""


def arrange(hits: Sequence[Hit], top_k: int, order: Order, *, grouped: bool) -> list[Hit]:
    """The first `top_k` hits; grouped, the first hits of the first `top_k` documents, document by document.

    Hits of one fiscal year, and the groups, stay in the order of their best.
    """
    ordered = sorted(hits, key=_newest_first) if order == "newest" else list(hits)
    return _grouped(ordered, top_k) if grouped else ordered[:top_k]


def _newest_first(hit: Hit) -> float:
    year = hit.document.fiscal_year
    return float("inf") if year is None else -year


def _grouped(hits: Iterable[Hit], top_k: int) -> list[Hit]:
    groups: dict[str, list[Hit]] = {}
    for hit in hits:
        groups.setdefault(hit.document.id, []).append(hit)
    return [hit for group in list(groups.values())[:top_k] for hit in group[:SHOWN_OF_DOCUMENT]]
