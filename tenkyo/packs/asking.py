"""A request in, what the library gives for it now out: how a pack is asked, and asked again."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from index.types import Filters, Hit, Order
from qa.types import Answer
from tenkyo.application import Application
from tenkyo.errors import TenkyoError
from tenkyo.packs.comparisons import ask_comparison
from tenkyo.packs.precedents import ask_precedents
from tenkyo.packs.types import Found, GivenAnswer, Outcome, PackKind, Request

GROUPED = "grouped"
"""The parameter of a search whose hits are the first of each document."""

Words = Callable[[Answer], tuple[str, ...]]
"""The notes of an answer as sentences of the reader's language."""


def english_notes(answer: Answer) -> tuple[str, ...]:
    """The notes of an answer as they come."""
    return tuple(note.text for note in answer.notes)


def ask_again(application: Application, request: Request) -> Outcome:
    """What the library gives for a request now.

    Raises TenkyoError for a kind that is not known, ValueError for a query that cannot be searched.
    """
    if request.kind not in ASKED:
        raise TenkyoError(
            f"requests of the kind {request.kind} cannot be asked again here",
            "この種類の結果は、ここでは再現できません。",
        )
    return ASKED[request.kind](application, request)


def search_request(
    query: str, filters: Filters, without: Sequence[str], top_k: int, order: Order, *, grouped: bool = False
) -> Request:
    """The request that a search is asked again by; `grouped` as in Index.search_page."""
    return Request(
        "search",
        query,
        filters,
        tuple(without),
        top_k,
        order,
        parameters=((GROUPED, "yes"),) if grouped else (),
        shown=(("まとめ方", "文書ごと（件数は文書の数）"),) if grouped else (),
    )


def search_outcome(hits: Sequence[Hit]) -> Outcome:
    """The hits of a search as they are packed, numbered in the order given."""
    return Outcome(tuple(_found(hit, number) for number, hit in enumerate(hits, 1)))


def answer_outcome(answer: Answer, notes: Words = english_notes) -> Outcome:
    """An answer as it is packed: what it cites, or the nearest passages where nothing answers."""
    nearest = tuple(_found(hit, hit.rank) for hit in answer.hits)
    cited = tuple(
        replace(_found(citation.hit, citation.number), quote=citation.quote) for citation in answer.citations
    )
    given = GivenAnswer(answer.text, answer.supported, answer.confidence, answer.writer, notes(answer))
    return Outcome(cited if answer.supported else nearest, given, nearest=nearest)


def _search(application: Application, request: Request) -> Outcome:
    found = application.index.search_page(
        request.text,
        request.top_k,
        request.filters,
        request.without,
        request.sort,
        grouped=GROUPED in dict(request.parameters),
    )
    return search_outcome(found.hits)


def _answer(application: Application, request: Request) -> Outcome:
    return answer_outcome(application.answer(request.text, request.filters, request.without))


ASKED: dict[PackKind, Callable[[Application, Request], Outcome]] = {
    "search": _search,
    "answer": _answer,
    "precedents": ask_precedents,
    "comparison": ask_comparison,
}
"""How each kind of request is asked again."""


def _found(hit: Hit, number: int) -> Found:
    return Found(number, hit.passage, hit.document, hit.rank, hit.score, None, hit.highlights)
