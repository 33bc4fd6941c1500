"""What is on the screen, in the address: a link sent to a colleague shows the same.

q · kind · issuer · year (the western year) · doc (a document's id) · without (a part of the query taken
back) · sort (newest) · group (document) · like (a passage's id) · same (1: in its own document too) · top
(how many hits) · open (name.page, or `none`) · around (name.how many passages before and after)
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from index.types import Filters, Order
from ui.parameters import Parameters, first, number, parameters_now, put_parameters

MOST_HITS = 100
"""The most hits that the address may ask for."""
FARTHEST = 9
"""The most passages before and after another that the address may ask for."""
NOTHING_OPEN = "none"


@dataclass(frozen=True, slots=True)
class OpenPage:
    """A page picture on the screen: the name of the card it belongs to and the page shown (from 1)."""

    name: str
    page: int


@dataclass(frozen=True, slots=True)
class Surrounded:
    """A card that shows so many passages (from 1) before and after its own."""

    name: str
    reach: int


@dataclass(frozen=True, slots=True)
class Asked:
    """What is asked and what is open; None: the usual number of hits, the usual page open.

    `without` holds the keys of understood parts of the query that are taken back. `like` is the passage that
    others are to be like, instead of what the query finds; `same_document` lets them be of its own document.
    """

    query: str = ""
    filters: Filters = Filters()
    top: int | None = None
    opened: tuple[OpenPage, ...] | None = None
    without: tuple[str, ...] = ()
    order: Order = "relevance"
    grouped: bool = False
    like: str = ""
    same_document: bool = False
    around: tuple[Surrounded, ...] = ()

    def anew(self, **changes: object) -> "Asked":
        """Something else asked, with nothing left open of what was shown before."""
        return replace(self, **({"top": None, "opened": None, "around": ()} | changes))  # type: ignore[arg-type]

    def within(self, document_id: str) -> "Asked":
        """The same asked of one document alone."""
        return self.anew(filters=replace(self.filters, documents=(document_id,)), grouped=False)

    def reach_of(self, name: str) -> int:
        """How many passages the card `name` shows before and after its own, 0 for none."""
        return next((shown.reach for shown in self.around if shown.name == name), 0)

    def surrounding(self, name: str, reach: int) -> "Asked":
        """The same with `reach` passages before and after in the card `name`."""
        others = tuple(shown for shown in self.around if shown.name != name)
        reach = min(reach, FARTHEST)
        return replace(self, around=(*others, Surrounded(name, reach)) if reach else others)

    def page_of(self, name: str, usual: tuple[OpenPage, ...]) -> int | None:
        """The page shown in the card `name`, None where it is closed; `usual` is open by itself."""
        return next((shown.page for shown in self._open(usual) if shown.name == name), None)

    def showing(self, name: str, page: int | None, usual: tuple[OpenPage, ...]) -> "Asked":
        """The same with `page` in the card `name`, or with that card closed where `page` is None."""
        others = tuple(shown for shown in self._open(usual) if shown.name != name)
        return replace(self, opened=others if page is None else (*others, OpenPage(name, page)))

    def _open(self, usual: tuple[OpenPage, ...]) -> tuple[OpenPage, ...]:
        return usual if self.opened is None else self.opened


def read_address(params: Parameters) -> Asked:
    """What an address asks for. What makes no sense in it is passed over: a link is never an error."""
    return Asked(
        query=first(params, "q").strip(),
        filters=Filters(
            kinds=tuple(filter(None, params.get("kind", ()))),
            issuers=tuple(filter(None, params.get("issuer", ()))),
            fiscal_years=tuple(number(year) for year in params.get("year", ()) if number(year)),
            documents=tuple(filter(None, params.get("doc", ()))),
        ),
        order="newest" if first(params, "sort") == "newest" else "relevance",
        grouped=first(params, "group") == "document",
        like=first(params, "like"),
        same_document=first(params, "same") == "1",
        around=tuple(
            Surrounded(name, min(reach, FARTHEST)) for name, reach in _numbered(params.get("around", ()))
        ),
        without=tuple(filter(None, params.get("without", ()))),
        top=min(number(first(params, "top")), MOST_HITS) or None,
        opened=_opened(params["open"]) if params.get("open") else None,
    )


def write_address(asked: Asked) -> dict[str, list[str]]:
    """The address's parameters for what is asked; `read_address` gives the same back."""
    opened = None if asked.opened is None else [f"{shown.name}.{shown.page}" for shown in asked.opened]
    params: dict[str, list[str]] = {
        "q": [asked.query] if asked.query else [],
        "kind": list(asked.filters.kinds),
        "issuer": list(asked.filters.issuers),
        "year": [str(year) for year in asked.filters.fiscal_years],
        "doc": list(asked.filters.documents),
        "without": list(asked.without),
        "sort": [asked.order] if asked.order != "relevance" else [],
        "group": ["document"] if asked.grouped else [],
        "like": [asked.like] if asked.like else [],
        "same": ["1"] if asked.same_document else [],
        "top": [str(asked.top)] if asked.top else [],
        "open": [] if opened is None else opened or [NOTHING_OPEN],
        "around": [f"{shown.name}.{shown.reach}" for shown in asked.around],
    }
    return {name: values for name, values in params.items() if values}


def asked_now() -> Asked:
    """What the browser's address asks for now."""
    return read_address(parameters_now())


def ask(asked: Asked) -> None:
    """Puts it into the browser's address, the language stays in it; the screen follows."""
    put_parameters(write_address(asked))


def _opened(values: Sequence[str]) -> tuple[OpenPage, ...]:
    return tuple(OpenPage(name, page) for name, page in _numbered(values))


def _numbered(values: Sequence[str]) -> list[tuple[str, int]]:
    """The names and numbers (from 1) of `name.number`."""
    parts = [value.rpartition(".") for value in values]
    return [(name, number(written)) for name, _, written in parts if name and number(written)]
