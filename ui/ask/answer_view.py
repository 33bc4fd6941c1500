"""An answer in, what the screen shows of it out: its parts, what was struck out of it, how sure it is."""

from html import escape

from qa.types import Answer, AnswerNote, AnswerPart
from ui.clicks import citation_button
from ui.marking import cited, marked
from ui.words import words

SIDE_BY_SIDE = frozenset({"comparison", "candidates"})
"""The forms whose parts stand below each other."""


def answer_html(answer: Answer) -> str:
    """The answer as HTML, all of its text escaped, its confidence as a quiet meter."""
    title = words().ask.answer_title if answer.supported else words().ask.refusal_title
    writer = "" if answer.writer == "extractive" else words().ask.written_by.format(model=answer.writer)
    return (
        f'<section class="t-answer{"" if answer.supported else " t-refusal"}" role="status">'
        f"<h2>{marked(title)}</h2>"
        + (f'<p class="t-note">{marked(writer)}</p>' if writer else "")
        + _lead(answer)
        + _body(answer)
        + "".join(f'<p class="t-note">{marked(note_words(note))}</p>' for note in answer.notes)
        + meter(words().ask.confidence, answer.confidence)
        + "</section>"
    )


def draft_html(text: str) -> str:
    """An answer that is still being written, as far as it is verified."""
    return f'<section class="t-answer t-draft"><p class="t-text">{marked(text)}</p></section>'


def _lead(answer: Answer) -> str:
    lead = words().ask.answer_forms.get(answer.form) if answer.supported else None
    return f'<p class="t-note">{marked(lead)}</p>' if lead else ""


def _body(answer: Answer) -> str:
    if not answer.parts:
        return f'<p class="t-text">{_cited(answer)}</p>'
    if answer.form in SIDE_BY_SIDE:
        items = "".join(f"<li>{part_html(part)}</li>" for part in answer.parts)
        return f'<ul class="t-text t-parts">{items}</ul>'
    return f'<p class="t-text">{" ".join(part_html(part) for part in answer.parts)}</p>'


def _cited(answer: Answer) -> str:
    return cited(answer.text, [one.number for one in answer.citations], citation_button)


def part_html(part: AnswerPart) -> str:
    """A part with the numbers of its citations; one that is struck out with the reason."""
    if part.struck is None:
        return escape(part.text) + "".join(citation_button(str(number)) for number in part.citations)
    reason = words().ask.struck[part.struck.kind].format(subject=part.struck.subject)
    return f'<del>{escape(part.text)}</del><span class="t-struck">{marked(reason)}</span>'


def note_words(note: AnswerNote) -> str:
    """What the reader must know of an answer, in the screen's language."""
    subject = words().ask.model_faults[note.subject] if note.kind == "model_failed" else note.subject
    return words().ask.answer_notes[note.kind].format(subject=subject)


def meter(name: str, value: float) -> str:
    """A quiet meter of a value from 0 to 1, as HTML."""
    shown = max(0.0, min(1.0, value))
    return (
        f'<p class="t-confidence"><span>{marked(name)}</span>'
        f'<span class="t-meter" role="meter" aria-label="{marked(name)}" aria-valuemin="0" aria-valuemax="1" '
        f'aria-valuenow="{shown:.2f}"><i style="width: {shown:.0%}"></i></span>'
        f"<span>{shown:.2f}</span></p>"
    )
