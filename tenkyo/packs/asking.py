"""A request in, what the library gives for it now out: how a pack is asked, and asked again."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from index.types import Hit
from qa.types import Answer
from tenkyo.application import Application
from tenkyo.errors import TenkyoError
from tenkyo.packs.comparisons import ask_comparison
from tenkyo.packs.precedents import ask_precedents
from tenkyo.packs.types import Found, GivenAnswer, Outcome, PackKind, Request

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


def search_outcome(hits: Sequence[Hit], request: Request) -> Outcome:
    """The hits of a search as they are packed, in the order asked for."""
    ordered = sorted(hits, key=_newest_first) if request.sort == "newest" else hits
    return Outcome(tuple(_found(hit, number) for number, hit in enumerate(ordered, 1)))


def answer_outcome(answer: Answer, notes: Words = english_notes) -> Outcome:
    """An answer as it is packed: what it cites, or the nearest passages where nothing answers."""
    nearest = tuple(_found(hit, hit.rank) for hit in answer.hits)
    cited = tuple(
        replace(_found(citation.hit, citation.number), quote=citation.quote) for citation in answer.citations
    )
    given = GivenAnswer(answer.text, answer.supported, answer.confidence, answer.writer, notes(answer))
    return Outcome(cited if answer.supported else nearest, given, nearest=nearest)


def _search(application: Application, request: Request) -> Outcome:
    hits = application.index.search(
        request.text, top_k=request.top_k, filters=request.filters, without=request.without
    )
    return search_outcome(hits, request)


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


def _newest_first(hit: Hit) -> tuple[int, int]:
    return -(hit.document.fiscal_year or 0), hit.rank
