"""A pack that was read in; asked again, how what the library gives now compares, out."""

from importlib.metadata import version

from index.types import Index
from tenkyo.application import Application
from tenkyo.packs.asking import ask_again
from tenkyo.packs.making import SHORT_ID, state_parts
from tenkyo.packs.reading import ReadPack
from tenkyo.packs.replay_types import AnswerReplay, LibraryChange, NewPassage, PassageReplay, Place, Replay
from tenkyo.packs.standing import find_words
from tenkyo.packs.types import Found, Outcome, PackedPassage, Record

Key = tuple[str, str, str | None]
"""What tells one place from another: the sha256 of its file, its text, and what is quoted of it."""


def replay(application: Application, read: ReadPack) -> Replay:
    """Ask again what a pack was made of, and compare.

    Raises TenkyoError for a kind that cannot be asked again, ValueError for a query that cannot be searched.
    """
    record = read.record
    outcome = ask_again(application, record.request)
    return Replay(
        record=record,
        intact=read.intact,
        altered=read.altered,
        table_altered=read.table_altered,
        told_altered=read.told_altered,
        program_now=f"tenkyo {version('tenkyo')}",
        change=_library_change(application.index, record),
        passages=_compare_passages(application.index, record, outcome),
        new=_new_passages(record, outcome),
        answer=_compare_answers(record, outcome),
        table_same=None if record.table is outcome.table is None else record.table == outcome.table,
    )


def _compare_passages(index: Index, record: Record, outcome: Outcome) -> tuple[PassageReplay, ...]:
    if _by_model(record):
        found = {_found_key(one)[:2]: one for one in reversed(outcome.nearest)}
        return tuple(
            _passage_replay(index, passage, passage.number if _packed_key(passage)[:2] in found else None)
            for passage in record.passages
        )
    numbers: dict[Key, list[int]] = {}
    for one in outcome.found:
        numbers.setdefault(_found_key(one), []).append(one.number)
    return tuple(
        _passage_replay(index, passage, _number_now(passage, numbers.get(_packed_key(passage), [])))
        for passage in record.passages
    )


def _number_now(passage: PackedPassage, numbers: list[int]) -> int | None:
    """Its own number where that is one of those under which the same words stand now, else the first."""
    return passage.number if passage.number in numbers else next(iter(numbers), None)


def _passage_replay(index: Index, passage: PackedPassage, now: int | None) -> PassageReplay:
    place: Place = "gone" if now is None else "same" if now == passage.number else "moved"
    standing, moved_to = find_words(index, passage)
    return PassageReplay(passage.number, passage.title, place, now, standing, moved_to)


def _new_passages(record: Record, outcome: Outcome) -> tuple[NewPassage, ...]:
    """The places found now and not then; an answer that a language model wrote cites others each time."""
    then = {_packed_key(passage) for passage in record.passages}
    return tuple(
        NewPassage(one.number, one.document.title, one.passage.page_numbers, one.quote or one.passage.text)
        for one in (() if _by_model(record) else outcome.found)
        if _found_key(one) not in then
    )


def _compare_answers(record: Record, outcome: Outcome) -> AnswerReplay | None:
    if record.answer is None or outcome.answer is None:
        return None
    then, now = record.answer, outcome.answer
    compared = not _by_model(record)
    same = then.supported == now.supported and (not compared or then.text == now.text)
    return AnswerReplay(same, compared, then.text, now.text, then.confidence, now.confidence)


def _library_change(index: Index, record: Record) -> LibraryChange | None:
    state = index.state()
    if state.digest == record.library.state:
        return None
    titles = {document.id[:SHORT_ID]: document.title for document in index.documents()}
    now = {each[:SHORT_ID]: read[:SHORT_ID] for each, read in state.documents.items()}
    then = record.library.documents
    return LibraryChange(
        added=tuple(sorted(titles.get(each, each) for each in now.keys() - then.keys())),
        reread=tuple(
            sorted(titles.get(each, each) for each in now.keys() & then.keys() if now[each] != then[each])
        ),
        removed=len(then.keys() - now.keys()),
        parts=tuple(
            name for name, value in state_parts(state).items() if record.library.parts.get(name) != value
        ),
    )


def _by_model(record: Record) -> bool:
    return record.answer is not None and record.answer.writer != "extractive"


def _packed_key(passage: PackedPassage) -> Key:
    return passage.sha256, passage.text, passage.quote


def _found_key(found: Found) -> Key:
    return found.document.id, found.passage.text, found.quote
