"""What is on the screen, in the address: a link sent to a colleague shows the same.

q · kind · issuer · year (the western year) · without (a part of the query taken back) · top (how many hits) ·
open (name.page, or `none`)
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import streamlit as st

from index.types import Filters
from ui.language import PARAM

MOST_HITS = 100
"""The most hits that the address may ask for."""
NOTHING_OPEN = "none"


@dataclass(frozen=True, slots=True)
class OpenPage:
    """A page picture on the screen: the name of the card it belongs to and the page shown (from 1)."""

    name: str
    page: int


@dataclass(frozen=True, slots=True)
class Asked:
    """What is asked and what is open; None: the usual number of hits, the usual page open.

    `without` holds the keys of understood parts of the query that are taken back.
    """

    query: str = ""
    filters: Filters = Filters()
    top: int | None = None
    opened: tuple[OpenPage, ...] | None = None
    without: tuple[str, ...] = ()

    def page_of(self, name: str, usual: tuple[OpenPage, ...]) -> int | None:
        """The page shown in the card `name`, None where it is closed; `usual` is open by itself."""
        return next((shown.page for shown in self._open(usual) if shown.name == name), None)

    def showing(self, name: str, page: int | None, usual: tuple[OpenPage, ...]) -> "Asked":
        """The same with `page` in the card `name`, or with that card closed where `page` is None."""
        others = tuple(shown for shown in self._open(usual) if shown.name != name)
        return replace(self, opened=others if page is None else (*others, OpenPage(name, page)))

    def _open(self, usual: tuple[OpenPage, ...]) -> tuple[OpenPage, ...]:
        return usual if self.opened is None else self.opened


def read_address(params: Mapping[str, Sequence[str]]) -> Asked:
    """What an address asks for. What makes no sense in it is passed over: a link is never an error."""
    return Asked(
        query=_first(params, "q").strip(),
        filters=Filters(
            kinds=tuple(filter(None, params.get("kind", ()))),
            issuers=tuple(filter(None, params.get("issuer", ()))),
            fiscal_years=tuple(_number(year) for year in params.get("year", ()) if _number(year)),
        ),
        without=tuple(filter(None, params.get("without", ()))),
        top=min(_number(_first(params, "top")), MOST_HITS) or None,
        opened=_opened(params["open"]) if params.get("open") else None,
    )


def write_address(asked: Asked) -> dict[str, list[str]]:
    """The address's parameters for what is asked; `read_address` gives the same back."""
    opened = None if asked.opened is None else [f"{shown.name}.{shown.page}" for shown in asked.opened]
    params = {
        "q": [asked.query] if asked.query else [],
        "kind": list(asked.filters.kinds),
        "issuer": list(asked.filters.issuers),
        "year": [str(year) for year in asked.filters.fiscal_years],
        "without": list(asked.without),
        "top": [str(asked.top)] if asked.top else [],
        "open": [] if opened is None else opened or [NOTHING_OPEN],
    }
    return {name: values for name, values in params.items() if values}


def asked_now() -> Asked:
    """What the browser's address asks for now."""
    return read_address({name: st.query_params.get_all(name) for name in st.query_params})


def ask(asked: Asked) -> None:
    """Puts it into the browser's address, the language stays in it; the screen follows."""
    language = {PARAM: [st.query_params[PARAM]]} if PARAM in st.query_params else {}
    st.query_params.from_dict(language | write_address(asked))


def _first(params: Mapping[str, Sequence[str]], name: str) -> str:
    return next(iter(params.get(name, ())), "")


def _number(text: str) -> int:
    """The number written in at most four ASCII digits, else 0."""
    return int(text) if text.isascii() and text.isdecimal() and len(text) <= 4 else 0


def _opened(values: Sequence[str]) -> tuple[OpenPage, ...]:
    parts = [value.rpartition(".") for value in values]
    return tuple(OpenPage(name, _number(page)) for name, _, page in parts if name and _number(page))
