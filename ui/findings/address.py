"""What is on the page of findings, in the address: a link sent to a colleague shows the same.

mode (precedents) · q · kind · issuer · year · subject · top (how many) · finding (the one that is open) ·
draft · long (the draft is not in the address) · of (the draft's office) · in (its year) · open (name.page)
"""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Literal

from qa.precedents.types import DraftScope, FindingFilters
from ui.address import NOTHING_OPEN, OpenPage
from ui.parameters import Parameters, first, number, parameters_now, put_parameters

LONGEST_IN_ADDRESS = 1_500
"""The longest draft, in characters, that is part of the address."""

MOST_SHOWN = 500
Mode = Literal["list", "precedents"]


@dataclass(frozen=True, slots=True)
class AskedFindings:
    """What is asked of the page. `opened` is None where what is open is left to the page; a page of 0 in it:
    open without a page picture. `long` tells that the draft is kept by the session."""

    mode: Mode = "list"
    query: str = ""
    filters: FindingFilters = field(default_factory=FindingFilters)
    top: int | None = None
    finding: str = ""
    draft: str = ""
    long: bool = False
    scope: DraftScope = field(default_factory=DraftScope)
    opened: tuple[OpenPage, ...] | None = None

    def page_of(self, name: str, usual: int | None = None) -> int | None:
        """The page shown in the part `name`, 0 where it is open without one, None where it is closed."""
        if self.opened is None:
            return usual
        return next((shown.page for shown in self.opened if shown.name == name), None)

    def showing(self, name: str, page: int | None, usual: tuple[OpenPage, ...] = ()) -> "AskedFindings":
        """The same with a page in the part `name`, or with that part closed where `page` is None."""
        now = usual if self.opened is None else self.opened
        others = tuple(shown for shown in now if shown.name != name)
        return replace(self, opened=others if page is None else (*others, OpenPage(name, page)))


def read_findings_address(params: Parameters) -> AskedFindings:
    """What an address asks for. What makes no sense in it is passed over: a link is never an error."""
    year = number(first(params, "in"))
    return AskedFindings(
        mode="precedents" if first(params, "mode") == "precedents" else "list",
        query=first(params, "q").strip(),
        filters=FindingFilters(
            kinds=_words(params, "kind"),
            issuers=_words(params, "issuer"),
            fiscal_years=tuple(number(each) for each in params.get("year", ()) if number(each)),
            subjects=_words(params, "subject"),
        ),
        top=min(number(first(params, "top")), MOST_SHOWN) or None,
        finding=first(params, "finding"),
        draft=first(params, "draft"),
        long=first(params, "long") == "1",
        scope=DraftScope(first(params, "of") or None, year or None),
        opened=_opened(params["open"]) if params.get("open") else None,
    )


def write_findings_address(asked: AskedFindings) -> dict[str, list[str]]:
    """The address's parameters for what is asked; `read_findings_address` gives the same back."""
    opened = None if asked.opened is None else [f"{shown.name}.{shown.page}" for shown in asked.opened]
    precedents = asked.mode == "precedents"
    params: dict[str, list[str]] = {
        "mode": [asked.mode] if precedents else [],
        "q": [asked.query] if asked.query else [],
        "kind": list(asked.filters.kinds),
        "issuer": list(asked.filters.issuers),
        "year": [str(year) for year in asked.filters.fiscal_years],
        "subject": list(asked.filters.subjects),
        "top": [str(asked.top)] if asked.top else [],
        "finding": [asked.finding] if asked.finding else [],
        "draft": [asked.draft] if asked.draft else [],
        "long": ["1"] if asked.long else [],
        "of": [asked.scope.issuer] if asked.scope.issuer else [],
        "in": [str(asked.scope.fiscal_year)] if asked.scope.fiscal_year else [],
        "open": [] if opened is None else opened or [NOTHING_OPEN],
    }
    return {name: values for name, values in params.items() if values}


def findings_asked_now() -> AskedFindings:
    """What the browser's address asks for now."""
    return read_findings_address(parameters_now())


def ask_findings(asked: AskedFindings) -> None:
    """Puts it into the browser's address, the language stays in it; the screen follows."""
    put_parameters(write_findings_address(asked))


def _words(params: Parameters, name: str) -> tuple[str, ...]:
    return tuple(filter(None, params.get(name, ())))


def _opened(values: Sequence[str]) -> tuple[OpenPage, ...]:
    parts = [value.rpartition(".") for value in values]
    return tuple(OpenPage(name, number(page)) for name, _, page in parts if name)
