"""Two texts of one meaning in, the change between them out: its pieces word for word, and their places."""

from collections.abc import Sequence

from corpus.mapped_text import MappedText
from corpus.types import Span
from qa.comparing.columns import Names
from qa.comparing.differences import Stretch, cut_pieces, differing_stretches
from qa.comparing.naming import name_thing
from qa.comparing.pairing import pair_in_order
from qa.comparing.rows import RowPair
from qa.comparing.sheets import Cell
from qa.comparing.types import Piece, Place, TextChange

SAME_SENTENCE = 0.45
"""Two sentences at like places are one sentence reworded from this likeness on (Dice's coefficient)."""


def compare_sentences(
    document_ids: tuple[str, str],
    before: Sequence[MappedText],
    after: Sequence[MappedText],
    names: Names,
) -> list[TextChange]:
    """The sentences of a section in both documents, in order, numbered 0; one that is nowhere in the other is
    added or removed as a whole."""
    ours = [name_thing(sentence.text, names[0]) for sentence in before]
    theirs = [name_thing(sentence.text, names[1]) for sentence in after]
    changes: list[TextChange] = []
    reached = (0, 0)
    for mine, other in [*pair_in_order(ours, theirs, SAME_SENTENCE), (len(ours), len(theirs))]:
        changes += [_removed(document_ids[0], one) for one in before[reached[0] : mine]]
        changes += [_added(document_ids[1], one) for one in after[reached[1] : other]]
        if mine < len(ours):
            alike = ours[mine] == theirs[other]
            changes.append(_changed(document_ids, before[mine], after[other], alike))
        reached = (mine + 1, other + 1)
    return changes


def compare_words(
    document_ids: tuple[str, str], pair: RowPair, before: Cell | None, after: Cell | None, names: Names
) -> TextChange:
    """What a cell in words says in both documents, numbered 0."""
    ours, theirs = _text(before), _text(after)
    stretches = differing_stretches(ours or "", theirs or "")
    same = ours is not None and theirs is not None
    formal = same and ours != theirs and _named(ours, names, 0) == _named(theirs, names, 1)
    head = next((" ".join(cell.heads) for cell in (after, before) if cell and cell.heads), "")
    return TextChange(
        0,
        tuple(part for part in (*pair.after.labels, head) if part),
        ours,
        theirs,
        cut_pieces(ours or "", theirs or "", stretches),
        Place(document_ids[0], (*pair.before.spans, *before.spans), before.spans) if before else None,
        Place(document_ids[1], (*pair.after.spans, *after.spans), after.spans) if after else None,
        formal,
    )


def _text(cell: Cell | None) -> str | None:
    return " ".join(cell.text.split()) if cell else None


def _named(text: str | None, names: Names, side: int) -> str:
    return name_thing(text or "", names[side])


def _changed(
    document_ids: tuple[str, str], before: MappedText, after: MappedText, like_named: bool
) -> TextChange:
    ours, theirs = before.text, after.text
    stretches = differing_stretches(ours, theirs)
    return TextChange(
        0,
        (),
        ours,
        theirs,
        cut_pieces(ours, theirs, stretches),
        Place(document_ids[0], before.spans(), _marks(before, [one.before for one in _differ(stretches)])),
        Place(document_ids[1], after.spans(), _marks(after, [one.after for one in _differ(stretches)])),
        like_named and ours != theirs,
    )


def _differ(stretches: Sequence[Stretch]) -> list[Stretch]:
    return [stretch for stretch in stretches if not stretch.same]


def _marks(text: MappedText, stretches: Sequence[tuple[int, int]]) -> tuple[Span, ...]:
    return tuple(span for start, end in stretches for span in text.part(start, end).spans())


def _added(document_id: str, sentence: MappedText) -> TextChange:
    spans = sentence.spans()
    pieces = (Piece("added", sentence.text),)
    return TextChange(0, (), None, sentence.text, pieces, None, Place(document_id, spans, spans))


def _removed(document_id: str, sentence: MappedText) -> TextChange:
    spans = sentence.spans()
    pieces = (Piece("removed", sentence.text),)
    return TextChange(0, (), sentence.text, None, pieces, Place(document_id, spans, spans), None)
