"""Two documents' sections in, which section of one is which of the other out."""

from collections.abc import Sequence
from dataclasses import dataclass

from qa.comparing.naming import YearNames, bigrams, likeness, name_thing
from qa.comparing.pairing import pair_best, pair_equal
from qa.comparing.sheets import SheetSection
from qa.comparing.types import Pairing

LIKE_HEADING = 0.6
LIKE_CONTENT = 0.5
"""How much of the last headings, of what rows and sentences are named, sections must share to be the same
(Dice's coefficient)."""
_UNDER_THE_SAME = 0.2


@dataclass(frozen=True, slots=True)
class SectionPair:
    """A section in both documents, or in one alone."""

    before: SheetSection | None
    after: SheetSection | None
    pairing: Pairing


def pair_sections(
    before: Sequence[SheetSection], after: Sequence[SheetSection], names: tuple[YearNames, YearNames]
) -> list[SectionPair]:
    """The sections of both, paired: by their whole path of headings, then by the best likeness of the last
    heading, then of what stands in them. A section may have moved; each stands where `after` has it, and one
    that `before` alone has stands behind the one before it."""
    paths = (
        [section_path(section, names[0]) for section in before],
        [section_path(section, names[1]) for section in after],
    )
    ours, theirs = set(range(len(before))), set(range(len(after)))
    found: dict[int, tuple[int, Pairing]] = {}
    for mine, other in pair_equal(paths[0], paths[1], ours, theirs, lambda path: path):
        found[other] = (mine, "same_heading")
    headings = [[bigrams(path[-1] if path else "") for path in side] for side in paths]
    above = [[path[:-1] for path in side] for side in paths]

    def alike_heading(mine: int, other: int) -> float:
        return likeness(headings[0][mine], headings[1][other]) + (
            _UNDER_THE_SAME if above[0][mine] == above[1][other] else 0
        )

    for mine, other in pair_best(ours, theirs, alike_heading, LIKE_HEADING + _UNDER_THE_SAME):
        same = paths[0][mine][-1:] == paths[1][other][-1:]
        found[other] = (mine, "same_heading" if same else "like_heading")
    contents = [
        {at: content_names(side[at], naming) for at in free}
        for side, free, naming in zip((before, after), (ours, theirs), names, strict=True)
    ]
    by_content = pair_best(
        ours, theirs, lambda mine, other: likeness(contents[0][mine], contents[1][other]), LIKE_CONTENT
    )
    for mine, other in by_content:
        found[other] = (mine, "like_content")
    return _in_order(before, after, found)


def section_path(section: SheetSection, names: YearNames) -> tuple[str, ...]:
    """What a section's headings name, outermost first."""
    return tuple(name_thing(heading, names) for heading in section.headings)


def content_names(section: SheetSection, names: YearNames) -> frozenset[str]:
    """What the rows and sentences of a section are named."""
    rows = (name_thing(label, names) for row in section.rows for label in row.labels[-1:])
    return frozenset((*rows, *(name_thing(sentence.text, names) for sentence in section.sentences)))


def _in_order(
    before: Sequence[SheetSection], after: Sequence[SheetSection], found: dict[int, tuple[int, Pairing]]
) -> list[SectionPair]:
    placed_after: dict[int, int] = {mine: other for other, (mine, _) in found.items()}
    alone: dict[int, list[int]] = {}
    behind = -1
    for mine in range(len(before)):
        if mine in placed_after:
            behind = placed_after[mine]
        else:
            alone.setdefault(behind, []).append(mine)
    pairs = [SectionPair(before[mine], None, "one_side") for mine in alone.get(-1, ())]
    for other, section in enumerate(after):
        partner = found.get(other)
        pairs.append(
            SectionPair(before[partner[0]], section, partner[1])
            if partner
            else SectionPair(None, section, "one_side")
        )
        pairs += (SectionPair(before[mine], None, "one_side") for mine in alone.get(other, ()))
    return pairs
