"""Field words of a query (年度:令和2 種別:監査 発行:秋田県) and a library's facets in; filters out."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from corpus import parse_fiscal_year, squeeze
from index.types import Facets, Filters
from index.understanding.operators import Piece
from index.understanding.understood import QueryNote

_SEPARATOR = re.compile(r"[,，、|｜]")


@dataclass(frozen=True, slots=True)
class FieldValues:
    """What one field word lets through (nothing where it makes no sense), and what is wrong with it."""

    filters: Filters = Filters()
    notes: tuple[QueryNote, ...] = ()

    @property
    def shown(self) -> tuple[str, ...]:
        """The values let through, as words."""
        years = (str(year) for year in self.filters.fiscal_years)
        return (*self.filters.kinds, *self.filters.issuers, *years)


def read_field(piece: Piece, facets: Facets) -> FieldValues:
    """The values that a field word lets through; those that no document has are told in notes."""
    asked = [value.strip() for value in _SEPARATOR.split(piece.text) if value.strip()]
    if not asked:
        note = QueryNote("empty_field", piece.surface, f"{piece.surface} names no value")
        return FieldValues(notes=(note,))
    if piece.name == "年度":
        return _years(asked, [year for year, _ in facets.fiscal_years])
    if piece.name == "種別":
        values, notes = _known(asked, [kind for kind, _ in facets.kinds])
        return FieldValues(Filters(kinds=values), notes)
    values, notes = _known(asked, [issuer for issuer, _ in facets.issuers])
    return FieldValues(Filters(issuers=values), notes)


def _known(asked: Sequence[str], held: Sequence[str]) -> tuple[tuple[str, ...], tuple[QueryNote, ...]]:
    """For each value asked for the one held that is the same, else all that contain it."""
    found: list[str] = []
    notes: list[QueryNote] = []
    for value in asked:
        wanted = _plain(value)
        fitting = [one for one in held if _plain(one) == wanted]
        fitting = fitting or [one for one in held if wanted in _plain(one)]
        found += fitting
        if not fitting:
            notes.append(QueryNote("unknown_value", value, f"no document has {value}"))
    return tuple(dict.fromkeys(found)), tuple(notes)


def _years(asked: Sequence[str], held: Sequence[int]) -> FieldValues:
    found: list[int] = []
    notes: list[QueryNote] = []
    for value in asked:
        year = parse_fiscal_year(value) or parse_fiscal_year(f"{value}年度")
        if year is None:
            notes.append(QueryNote("wrong_year", value, f"{value} is not a year"))
        elif year not in held:
            notes.append(QueryNote("unknown_value", value, f"no document is of the fiscal year {value}"))
        else:
            found.append(year)
    return FieldValues(Filters(fiscal_years=tuple(dict.fromkeys(found))), tuple(notes))


def _plain(text: str) -> str:
    return squeeze(text).casefold()


def united(first: Filters, second: Filters) -> Filters:
    """What either lets through, field by field: several words of one field widen each other."""
    return Filters(
        tuple(dict.fromkeys(first.kinds + second.kinds)),
        tuple(dict.fromkeys(first.issuers + second.issuers)),
        tuple(dict.fromkeys(first.fiscal_years + second.fiscal_years)),
        tuple(dict.fromkeys(first.documents + second.documents)),
    )


def narrowed(first: Filters, second: Filters) -> Filters | None:
    """What both let through, None where that is nothing."""
    pairs = (
        (first.kinds, second.kinds),
        (first.issuers, second.issuers),
        (first.fiscal_years, second.fiscal_years),
        (first.documents, second.documents),
    )
    if any(one and other and not set(one) & set(other) for one, other in pairs):
        return None
    kinds, issuers = (_both(one, other) for one, other in pairs[:2])
    documents = _both(first.documents, second.documents)
    return Filters(kinds, issuers, _both_years(first.fiscal_years, second.fiscal_years), documents)


def _both(one: tuple[str, ...], other: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(value for value in one if value in other) if one and other else one or other


def _both_years(one: tuple[int, ...], other: tuple[int, ...]) -> tuple[int, ...]:
    return tuple(value for value in one if value in other) if one and other else one or other
