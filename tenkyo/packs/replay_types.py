"""What asking a pack again gave, next to what it gave then."""

from dataclasses import dataclass
from typing import Literal

from tenkyo.packs.types import Record

Place = Literal["same", "moved", "gone"]
"""Where a passage is found now: at the same place, at another, or no more."""
Standing = Literal["stands", "changed", "replaced", "removed"]
"""Whether the words still stand on their page: yes; no, though the file is the same (it is read in another
way now); in the library is another file of that name; the file is gone."""


@dataclass(frozen=True, slots=True)
class PassageReplay:
    """What became of a passage: `number` is its place then, `now` that of today (None where it is found no
    more), and whether its words still stand on their page. `moved_to` are the pages of the other file of that
    name that hold them word for word."""

    number: int
    title: str
    place: Place
    now: int | None
    standing: Standing
    moved_to: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class NewPassage:
    """A passage that is found now and was not then, and its place."""

    number: int
    title: str
    pages: tuple[int, ...]
    text: str


@dataclass(frozen=True, slots=True)
class LibraryChange:
    """How the library differs from what it was: titles of documents that are new to it or read in another
    way, how many are gone, and which other parts changed (encoder, weights, ...)."""

    added: tuple[str, ...] = ()
    reread: tuple[str, ...] = ()
    removed: int = 0
    parts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class AnswerReplay:
    """An answer then and now. `compared` is False for one in a language model's own words, whose wording may
    differ each time; then its quotes alone are checked."""

    same: bool
    compared: bool
    then: str
    now: str
    confidence_then: float
    confidence_now: float


@dataclass(frozen=True, slots=True)
class Replay:
    """What asking again gave. `change` is None where the library is in the same state."""

    record: Record
    intact: bool
    altered: tuple[int, ...]
    table_altered: bool
    told_altered: bool
    program_now: str
    change: LibraryChange | None
    passages: tuple[PassageReplay, ...]
    new: tuple[NewPassage, ...] = ()
    answer: AnswerReplay | None = None
    table_same: bool | None = None

    @property
    def same_found(self) -> bool:
        """Whether the same is found and says the same: each passage at its place, its words on their page,
        none new, the answer and the comparison as they were."""
        return (
            all(one.place == "same" and one.standing == "stands" for one in self.passages)
            and not self.new
            and (self.answer is None or self.answer.same)
            and self.table_same is not False
        )

    @property
    def same(self) -> bool:
        """Whether the same is found, and the pack is as it was made."""
        altered = self.altered or self.table_altered or self.told_altered
        return self.same_found and self.intact and not altered
