"""What the lexical leg is asked: tokens, what may stand for some of them, and what must or must not stand."""

from dataclasses import dataclass

from index.analysis import Analysis


@dataclass(frozen=True, slots=True)
class Alternative:
    """Another wording of a part of a query: `tokens` are the part's own, `wordings` what may stand for it.

    Each wording is a run of exact units. A passage has the score of the part's own words or of the best
    wording, whichever is higher, never their sum.
    """

    tokens: Analysis
    wordings: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class LexicalQuery:
    """The tokens of a query; `phrases` must stand in a passage as they are, `excluded` must not."""

    tokens: Analysis
    alternatives: tuple[Alternative, ...] = ()
    phrases: tuple[tuple[str, ...], ...] = ()
    excluded: tuple[tuple[str, ...], ...] = ()
    values: tuple[str, ...] = ()
