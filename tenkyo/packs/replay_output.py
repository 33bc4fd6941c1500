"""A replay in, the command line's JSON and plain text out. Other programs read the JSON."""

from dataclasses import asdict
from typing import Any

from tenkyo.packs.plain_text import clean
from tenkyo.packs.replay_types import LibraryChange, PassageReplay, Replay

PLACES = {"same": "found at the same place", "moved": "now at place {now}", "gone": "found no more"}
STANDINGS = {
    "stands": "its words stand on their page",
    "changed": "its words no longer stand on that page",
    "replaced": "another file has its name now, {where}",
    "removed": "its file is no longer in the library",
}
SHORTEST = 60
"""How many characters of a new passage are told."""
FEW = 5
"""How many titles of documents are told."""


def replay_json(replay: Replay) -> dict[str, Any]:
    """One object: `same` is whether all is as it was; each part says what is and what is not."""
    record = replay.record
    return {
        "same": replay.same,
        "pack": {
            "intact": replay.intact,
            "altered": list(replay.altered),
            "table_altered": replay.table_altered,
            "told_altered": replay.told_altered,
            "kind": record.request.kind,
            "text": record.request.text,
            "made_at": record.made_at,
            "program": record.program,
            "state": record.library.state,
        },
        "program": replay.program_now,
        "library": {"same": replay.change is None, **(asdict(replay.change) if replay.change else {})},
        "passages": [asdict(passage) for passage in replay.passages],
        "new": [asdict(passage) for passage in replay.new],
        "answer": asdict(replay.answer) if replay.answer else None,
        "comparison_same": replay.table_same,
    }


def replay_text(replay: Replay) -> str:
    """What became of a pack, for a person at a terminal."""
    record = replay.record
    lines = [
        f"{'the same' if replay.same else 'NOT the same'}: {record.request.kind} {record.request.text}",
        f"made {record.made_at} by {record.program}; asked again by {replay.program_now}",
        _pack_line(replay),
        _library_line(replay.change),
        *(f"[{one.number}] {one.title}: {_place(one)}; {_standing(one)}" for one in replay.passages),
        *(f"new at place {one.number}: {one.title}: {one.text[:SHORTEST]}" for one in replay.new),
        *_answer_lines(replay),
        *_comparison_lines(replay),
    ]
    return "\n".join(" ".join(clean(line).split()) for line in lines)


def _pack_line(replay: Replay) -> str:
    if not replay.intact:
        return "pack: its record is NOT as it was written (altered or damaged)"
    altered = [
        *([_numbers(replay.altered)] if replay.altered else []),
        *(["the table"] if replay.table_altered else []),
        *(["the question or the answer"] if replay.told_altered else []),
    ]
    if altered:
        return f"pack: its record is intact, but what it shows was altered: {', '.join(altered)}"
    return "pack: intact"


def _library_line(change: LibraryChange | None) -> str:
    if change is None:
        return "library: in the same state"
    told = [
        f"{len(change.added)} documents added ({_few(change.added)})" if change.added else "",
        f"{len(change.reread)} read anew ({_few(change.reread)})" if change.reread else "",
        f"{change.removed} removed" if change.removed else "",
        f"changed: {', '.join(change.parts)}" if change.parts else "",
    ]
    return "library: in another state: " + ("; ".join(part for part in told if part) or "unknown")


def _few(titles: tuple[str, ...]) -> str:
    return ", ".join(titles[:FEW]) + (", …" if len(titles) > FEW else "")


def _place(passage: PassageReplay) -> str:
    return PLACES[passage.place].format(now=passage.now)


def _standing(passage: PassageReplay) -> str:
    pages = ", ".join(str(page) for page in passage.moved_to)
    where = f"which has these words on p.{pages}" if pages else "which does not have these words"
    return STANDINGS[passage.standing].format(where=where)


def _answer_lines(replay: Replay) -> list[str]:
    answer = replay.answer
    if answer is None:
        return []
    if not answer.compared:
        return ["answer: written by a language model; its quotes are checked, its wording is not compared"]
    confidence = f"confidence {answer.confidence_then:.2f} then, {answer.confidence_now:.2f} now"
    if answer.same:
        return [f"answer: the same; {confidence}"]
    return [f"answer: NOT the same; {confidence}", f"  then: {answer.then}", f"  now: {answer.now}"]


def _comparison_lines(replay: Replay) -> list[str]:
    if replay.table_same is None:
        return []
    return [f"comparison: {'the same' if replay.table_same else 'NOT the same'}"]


def _numbers(numbers: tuple[int, ...]) -> str:
    return ", ".join(f"[{number}]" for number in numbers)
