"""A query and what is known of the library in; what is searched, and what was understood of it, out."""

from collections.abc import Callable, Collection
from dataclasses import dataclass
from itertools import chain

from index.text.folding import FoldedText, fold_text
from index.types import Facets, Filters
from index.understanding.lexical_plan import plan_lexical
from index.understanding.lexical_query import LexicalQuery
from index.understanding.names import romanised_names
from index.understanding.operator_plan import OperatorPlan
from index.understanding.operators import split_operators
from index.understanding.synonyms import Synonyms
from index.understanding.understood import QueryPart, Understood
from index.understanding.wordings import Reworded, find_reworded

MOST_REWORDED = 32
"""How many parts of one query are searched in other words too."""


@dataclass(frozen=True, slots=True)
class KnownWords:
    """Other words for the words of queries: synonyms, and the Japanese wordings of English terms. `stands` is
    asked whether any passage has a phrase."""

    synonyms: Synonyms
    glossary: Callable[[], Synonyms]
    stands: Callable[[str], bool] = lambda _: True


@dataclass(frozen=True, slots=True)
class QueryPlan:
    """A query taken apart.

    `filters` are those of its field words. `dense_text` is the query without operators, `translated` the same
    with the first Japanese wording of each English term in its place. `wordings` are all words that are
    searched in place of others.
    """

    understood: Understood
    filters: Filters
    lexical: LexicalQuery
    dense_text: str
    translated: str
    wordings: tuple[str, ...] = ()


def plan_query(
    query: str, facets: Callable[[], Facets], known: KnownWords, without: Collection[str] = ()
) -> QueryPlan:
    """What a query asks for; the parts whose keys are in `without` are plain words. The library's facets are
    asked for only where the query has field words."""
    operators = OperatorPlan(facets, known.stands, without)
    text = operators.text_of(query, split_operators(query))
    folded = fold_text(text)
    found = find_reworded(folded.text, known.synonyms, lambda: _english(facets(), known))
    reworded = [
        part
        for part in _outside_phrases(found, folded, operators.phrases)[:MOST_REWORDED]
        if operators.take(QueryPart(part.kind, _surface(text, folded, part), part.meaning))
    ]
    for line in known.synonyms.broken:
        operators.note("synonyms", str(line), f"a line of synonyms is left out: {line}")
    understood = Understood(
        text,
        tuple(operators.parts.values()),
        tuple(operators.taken_back.values()),
        tuple(operators.notes.values()),
    )
    return QueryPlan(
        understood,
        operators.filters,
        plan_lexical(folded, reworded, tuple(operators.phrases), tuple(operators.excluded)),
        text,
        _translated(folded.text, reworded),
        _wordings(reworded),
    )


def _english(facets: Facets, known: KnownWords) -> list[Synonyms]:
    """What Latin words are looked up in: the names of the library's issuers, then the glossary."""
    return [romanised_names(tuple(issuer for issuer, _ in facets.issuers)), known.glossary()]


def _outside_phrases(found: list[Reworded], folded: FoldedText, phrases: Collection[str]) -> list[Reworded]:
    """A phrase is exact: nothing in it is said in other words."""
    inside: list[range] = []
    for phrase in phrases:
        wanted = fold_text(phrase).text
        start = folded.text.find(wanted)
        inside.append(range(start, start + len(wanted)))
    return [
        part
        for part in found
        if not any(max(part.start, place.start) < min(part.end, place.stop) for place in inside)
    ]


def _surface(text: str, folded: FoldedText, part: Reworded) -> str:
    return text[folded.starts[part.start] : folded.ends[part.end - 1]]


def _translated(text: str, reworded: list[Reworded]) -> str:
    """A folded text with the first wording of each translated part in its place."""
    pieces: list[str] = []
    after = 0
    for part in reworded:
        if part.kind == "translation":
            pieces += (text[after : part.start], part.meaning[0])
            after = part.end
    return "".join((*pieces, text[after:]))


def _wordings(reworded: list[Reworded]) -> tuple[str, ...]:
    spoken = (part.meaning for part in reworded if part.kind in ("synonym", "translation"))
    return tuple(dict.fromkeys(chain.from_iterable(spoken)))
