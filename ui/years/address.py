"""What is compared, in the address: a link sent to a colleague shows the same.

before · after (the beginnings of two documents' ids) · item (its key) · by (`year`: the same fiscal year) ·
show (`all`: also what did not change) · at (the number of the change that is open) · top (how many changes)
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from urllib.parse import urlencode

import streamlit as st

from qa.comparing.types import Basis
from ui.parameters import language_parameter, number, put_parameters

SHORT_ID = 12
"""How much of a document's id names it in the address."""
SHOWN_FIRST = 150
MOST_SHOWN = 20_000


@dataclass(frozen=True, slots=True)
class Chosen:
    """What is compared and what is open; 0: nothing is open. `top` is how many changes are shown."""

    before: str = ""
    after: str = ""
    item: str = ""
    basis: Basis = "role"
    everything: bool = False
    opened: int = 0
    top: int = SHOWN_FIRST

    def anew(self, **changed: object) -> "Chosen":
        """The same with something else compared, so that nothing is open."""
        return replace(self, **{"opened": 0, "top": SHOWN_FIRST, **changed})  # type: ignore[arg-type]


def read_address(params: Mapping[str, str]) -> Chosen:
    """What an address asks for. What makes no sense in it is passed over: a link is never an error."""
    return Chosen(
        before=params.get("before", ""),
        after=params.get("after", ""),
        item=params.get("item", ""),
        basis="year" if params.get("by") == "year" else "role",
        everything=params.get("show") == "all",
        opened=number(params.get("at", ""), 6),
        top=min(max(number(params.get("top", ""), 6), SHOWN_FIRST), MOST_SHOWN),
    )


def write_address(chosen: Chosen) -> dict[str, str]:
    """The address's parameters for what is chosen; `read_address` gives the same back."""
    params = {
        "before": chosen.before[:SHORT_ID],
        "after": chosen.after[:SHORT_ID],
        "item": chosen.item,
        "by": "year" if chosen.basis == "year" else "",
        "show": "all" if chosen.everything else "",
        "at": str(chosen.opened or ""),
        "top": str(chosen.top) if chosen.top > SHOWN_FIRST else "",
    }
    return {name: value for name, value in params.items() if value}


def chosen_now() -> Chosen:
    """What the browser's address asks for now."""
    return read_address(st.query_params.to_dict())


def choose(chosen: Chosen) -> None:
    """Puts it into the browser's address, the language stays in it; the screen follows."""
    put_parameters({name: [value] for name, value in write_address(chosen).items()})


def link_to(chosen: Chosen) -> str:
    """An address on this page, for a link."""
    return "?" + urlencode(language_parameter() | write_address(chosen), doseq=True)
