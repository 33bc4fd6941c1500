"""The words of findings as precedents: records, what texts say, how two of them compare, what followed."""

from dataclasses import dataclass
from typing import Literal

from corpus.types import Document, Finding, Measure, Passage

Aspect = Literal["cause", "law", "amount", "recommendation", "term"]
"""What a draft and a precedent are compared by: the sentences that say why, the laws and rules named, figures
with their units, the sentences that say what is to be done, the words."""

ASPECTS: tuple[Aspect, ...] = ("cause", "law", "amount", "recommendation", "term")

CauseKind = Literal["unwritten", "breach", "hollow", "unaware", "unchecked", "handover", "staffing", "means"]
"""Why something went wrong: no rule says so, a rule was not kept, a routine became hollow, nobody knew,
nobody checked, it was not handed over, too few people (or time, or money), no means to do it."""

Strength = Literal["should", "needed", "requested", "advisable", "considered"]
"""How a recommendation is put: べきである, 必要がある, されたい, 望ましい, 検討されたい."""


class DraftError(ValueError):
    """A draft that cannot be compared; the message is one clear English sentence."""

    def __init__(self, kind: Literal["empty", "too_long"], message: str) -> None:
        super().__init__(message)
        self.kind = kind


@dataclass(frozen=True, slots=True)
class FindingRecord:
    """A finding with the report it stands in; `id` names it in addresses, as long as the report stays the
    same. `statuses` are those of the measures taken, as printed, one a measure (empty where none is told).

    `described` is False where only its title stands in the library (its entry in a contents page).
    """

    id: str
    finding: Finding
    document: Document
    statuses: tuple[str, ...] = ()
    described: bool = True


@dataclass(frozen=True, slots=True)
class FindingFilters:
    """Which records are shown; an empty tuple does not restrict. Within a field any may match."""

    kinds: tuple[str, ...] = ()
    issuers: tuple[str, ...] = ()
    fiscal_years: tuple[int, ...] = ()
    subjects: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class FindingFacets:
    """How many records there are of each kind, issuer, fiscal year and subject, most first (years newest
    first); each counted over the records that the other fields' filters let through."""

    kinds: tuple[tuple[str, int], ...] = ()
    issuers: tuple[tuple[str, int], ...] = ()
    fiscal_years: tuple[tuple[int, int], ...] = ()
    subjects: tuple[tuple[str, int], ...] = ()


@dataclass(frozen=True, slots=True)
class FoundRecord:
    """A record that a search found: its nearest passage, the score of that, and what is marked in it."""

    record: FindingRecord
    passage: Passage
    score: float
    highlights: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Mention:
    """Something that a text says at characters `start` to `end` (exclusive); `text` is word for word.

    Two mentions are of one thing where they have a key in common: a lemma, a law's name, an amount in yen,
    the kind of a cause. `weight` tells how rare a term is.
    """

    aspect: Aspect
    keys: tuple[str, ...]
    start: int
    end: int
    text: str
    weight: float = 0.0


@dataclass(frozen=True, slots=True)
class Quote:
    """Words of a passage with the page they stand on: `page` of the file from 1, None in a file without
    pages; `page_label` as printed, None where none is."""

    passage: Passage
    start: int
    end: int
    page: int | None
    page_label: str | None

    @property
    def text(self) -> str:
        """The words, as the passage has them."""
        return self.passage.text[self.start : self.end]


@dataclass(frozen=True, slots=True)
class QuotedMention:
    """Something that a precedent says, and where."""

    mention: Mention
    quote: Quote


@dataclass(frozen=True, slots=True)
class Comparison:
    """What of one aspect a draft and a precedent share (`keys`, with the places on both sides), and what only
    one of them has. Places are in reading order, those of terms the rarest first."""

    aspect: Aspect
    keys: tuple[str, ...] = ()
    draft_shared: tuple[Mention, ...] = ()
    precedent_shared: tuple[QuotedMention, ...] = ()
    only_draft: tuple[Mention, ...] = ()
    only_precedent: tuple[QuotedMention, ...] = ()


@dataclass(frozen=True, slots=True)
class Precedent:
    """A finding near to a draft: `score` 0 to 1; `passages` its text; `comparisons` one an aspect."""

    record: FindingRecord
    rank: int
    score: float
    passages: tuple[Passage, ...]
    comparisons: tuple[Comparison, ...]

    def comparison(self, aspect: Aspect) -> Comparison:
        """What is compared of one aspect."""
        return next(each for each in self.comparisons if each.aspect == aspect)


@dataclass(frozen=True, slots=True)
class DraftScope:
    """Whose finding a draft is to be: those of that office in that year are no precedents of it."""

    issuer: str | None = None
    fiscal_year: int | None = None


@dataclass(frozen=True, slots=True)
class Precedents:
    """The findings near to a draft, nearest first; none where nothing is near. `looked_at` is how many
    findings were searched, `best_score` that of the nearest, near or not (0 where there are none), and
    `least_score` that of one that is said to be near."""

    draft: str
    near: tuple[Precedent, ...]
    looked_at: int
    best_score: float
    least_score: float


@dataclass(frozen=True, slots=True)
class MeasureTaken:
    """What a measures-taken report tells of a finding: `quote` word for word, `date` and `office` as printed
    in the same row, empty where none is."""

    measure: Measure
    document: Document
    quote: Quote | None
    date: str = ""
    office: str = ""


@dataclass(frozen=True, slots=True)
class LikeFinding:
    """A finding of the same office in another year that is likely the same or a like one; `score` 0 to 1."""

    record: FindingRecord
    score: float


@dataclass(frozen=True, slots=True)
class FollowUp:
    """What followed a finding, and what went before: measures taken, like findings of later and of earlier
    years. `later_years` are the years of the same office's later reports in the library, ascending."""

    measures: tuple[MeasureTaken, ...]
    later: tuple[LikeFinding, ...]
    earlier: tuple[LikeFinding, ...]
    later_years: tuple[int, ...]
