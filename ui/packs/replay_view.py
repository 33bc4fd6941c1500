"""A file that was taken out, dropped in again: whether the same is still found, part by part."""

from typing import TYPE_CHECKING

import streamlit as st

from tenkyo.packs.replay_types import AnswerReplay, LibraryChange, PassageReplay, Replay
from ui.frame import show_error, show_note, working
from ui.marking import marked
from ui.places import page_ranges
from ui.tables import table
from ui.words import words

if TYPE_CHECKING:
    from streamlit.runtime.uploaded_file_manager import UploadedFile

    from tenkyo.application import Application

REPLAYED = "replayed-file"
FEW = 5
"""How many titles of documents are told."""


@st.fragment
def show_replay(application: "Application") -> None:
    """Takes a file and shows what asking it again gave."""
    st.html(f'<h2 class="t-h2">{words().packs.replay_title}</h2>')
    show_note(words().packs.replay_lead)
    dropped = st.file_uploader(words().packs.replay_drop, type=["docx", "xlsx"], key="replay-file")
    if dropped is None:
        return
    try:
        with working(words().packs.replaying):
            replay = _replay(application, dropped)
    except ValueError:
        show_error(words().packs.replay_no_query)
        return
    _show_found(replay)


def _replay(application: "Application", dropped: "UploadedFile") -> Replay:
    """What asking a file again gives, asked once for each file that is dropped."""
    from tenkyo.packs.reading import read_pack
    from tenkyo.packs.replaying import replay

    kept: tuple[str, Replay] | None = st.session_state.get(REPLAYED)
    if kept is None or kept[0] != dropped.file_id:
        kept = (dropped.file_id, replay(application, read_pack(dropped.getvalue(), dropped.name)))
        st.session_state[REPLAYED] = kept
    return kept[1]


def _show_found(replay: Replay) -> None:
    said = words().packs
    verdict = said.same if replay.same else said.differs
    kind = "" if replay.same else " t-refusal"
    request = replay.record.request
    made = said.made_of.format(
        kind=said.kinds[request.kind],
        text=request.text,
        time=f"{replay.record.time:%Y-%m-%d %H:%M}",
        program=replay.record.program,
    )
    lines = "".join(
        f"<li>{marked(line)}</li>" for line in (*_pack_lines(replay), *_library_lines(replay.change))
    )
    st.html(
        f'<section class="t-answer t-replay{kind}" role="status"><h3>{marked(verdict)}</h3>'
        f'<p class="t-note">{marked(made)}</p><ul>{lines}</ul></section>'
    )
    if replay.answer is not None:
        st.html(_answer_html(replay.answer))
    st.html(_passages_html(replay.passages))
    if replay.new:
        new = "".join(
            f"<li>{one.number} {marked(one.title)}<p class='t-note'>{marked(one.text)}</p></li>"
            for one in replay.new
        )
        st.html(f'<h3 class="t-h2">{marked(said.new_title)}</h3><ul class="t-parts">{new}</ul>')


def _pack_lines(replay: Replay) -> list[str]:
    said = words().packs
    lines = [said.intact if replay.intact else said.not_intact]
    if replay.altered:
        lines = [said.altered.format(numbers="・".join(map(str, replay.altered)))]
    if replay.table_altered:
        lines.append(said.table_altered)
    if replay.told_altered:
        lines.append(said.told_altered)
    if replay.table_same is not None:
        lines.append(said.comparison_same if replay.table_same else said.comparison_differs)
    return lines


def _library_lines(change: LibraryChange | None) -> list[str]:
    said = words().packs
    if change is None:
        return [said.library_same]
    return [
        said.library_differs,
        *([said.added.format(count=len(change.added), titles=_few(change.added))] if change.added else []),
        *(
            [said.reread.format(count=len(change.reread), titles=_few(change.reread))]
            if change.reread
            else []
        ),
        *([said.removed.format(count=change.removed)] if change.removed else []),
        *(said.parts[part] for part in change.parts if part in said.parts),
    ]


def _few(titles: tuple[str, ...]) -> str:
    return "、".join(titles[:FEW]) + (words().packs.and_more if len(titles) > FEW else "")


def _answer_html(answer: AnswerReplay) -> str:
    said = words().packs
    if not answer.compared:
        return f'<p class="t-note">{marked(said.answer_by_model)}</p>'
    if answer.same:
        return f"<p>{marked(said.answer_same)}</p>"
    return (
        f'<h3 class="t-h2">{marked(said.answer_differs)}</h3><div class="t-beside">'
        f"<section><h4>{marked(said.answer_then)}</h4><p>{marked(answer.then)}</p></section>"
        f"<section><h4>{marked(said.answer_now)}</h4><p>{marked(answer.now)}</p></section></div>"
    )


def _passages_html(passages: tuple[PassageReplay, ...]) -> str:
    said = words().packs
    heads = ("", said.document, said.place, said.standing)
    rows = [(str(one.number), one.title, _place(one), _standing(one)) for one in passages]
    title = said.passages_title
    return f'<h3 class="t-h2">{marked(title)}</h3>{table(title, heads, rows)}'


def _place(passage: PassageReplay) -> str:
    return words().packs.places[passage.place].format(number=passage.number, now=passage.now)


def _standing(passage: PassageReplay) -> str:
    where = ""
    if passage.moved_to:
        where = words().packs.moved_to.format(pages=page_ranges([str(page) for page in passage.moved_to]))
    return words().packs.standings[passage.standing] + where
