"""Candidates in, how many of them each kind, issuer and fiscal year has out."""

import sqlite3
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from typing import TypeVar

from index.legs.scores import Ids
from index.storage.queries import count_by_document, select_document
from index.types import Facets, Filters

Value = TypeVar("Value", str, int)


def count_facets(
    connection: sqlite3.Connection, found: Ids, chosen: Filters, found_under: Callable[[Filters], Ids]
) -> Facets:
    """Each facet counted with the choices of the other facets in force and not its own.

    `found` are the candidates under all that is `chosen`; `found_under` gives those under other filters, and
    is asked once for each facet that has a choice.
    """
    all_chosen = _counts(connection, found)
    kinds = replace(chosen, kinds=()) if chosen.kinds else None
    issuers = replace(chosen, issuers=()) if chosen.issuers else None
    years = replace(chosen, fiscal_years=()) if chosen.fiscal_years else None
    return Facets(
        (_counts(connection, found_under(kinds)) if kinds else all_chosen).kinds,
        (_counts(connection, found_under(issuers)) if issuers else all_chosen).issuers,
        (_counts(connection, found_under(years)) if years else all_chosen).fiscal_years,
    )


def _counts(connection: sqlite3.Connection, numbers: Ids) -> Facets:
    kinds: Counter[str] = Counter()
    issuers: Counter[str] = Counter()
    years: Counter[int] = Counter()
    for document_id, count in count_by_document(connection, numbers).items():
        document = select_document(connection, document_id)
        if document is None:
            continue
        _add(kinds, document.kind, count)
        _add(issuers, document.issuer, count)
        _add(years, document.fiscal_year, count)
    return Facets(_most_first(kinds), _most_first(issuers), tuple(sorted(years.items(), reverse=True)))


def _add(counts: "Counter[Value]", value: Value | None, count: int) -> None:
    if value is not None:
        counts[value] += count


def _most_first(counts: "Counter[str]") -> tuple[tuple[str, int], ...]:
    return tuple(sorted(counts.items(), key=lambda item: (-item[1], item[0])))
