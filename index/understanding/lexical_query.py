"""What the lexical leg is asked: tokens, what may stand for some of them, and what must or must not stand."""

from dataclasses import dataclass

from index.text.analysis import Analysis


@dataclass(frozen=True, slots=True)
class Wording:
    """Something that may stand for a part of a query: a run of exact `units`, or the term of a `value`.

    `weight` is the share of the part's own score that it has.
    """

    weight: float
    units: tuple[str, ...] = ()
    value: str = ""


@dataclass(frozen=True, slots=True)
class Alternative:
    """A part of a query, by its own tokens, and its other wordings.

    A passage has the score of the part's own tokens or of the best wording, whichever is higher, never their
    sum.
    """

    tokens: Analysis
    wordings: tuple[Wording, ...]


@dataclass(frozen=True, slots=True)
class LexicalQuery:
    """The tokens of a query, those of its alternatives left out. `phrases` (units) must stand in a passage as
    they are, `excluded` must not."""

    tokens: Analysis
    alternatives: tuple[Alternative, ...] = ()
    phrases: tuple[tuple[str, ...], ...] = ()
    excluded: tuple[tuple[str, ...], ...] = ()
