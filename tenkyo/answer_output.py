"""Answers in, the command line's JSON and plain text out. Other programs read the JSON."""

from typing import Any

from index.types import Hit
from qa.types import Answer, AnswerPart, Citation
from tenkyo.output import hit_json, page_words, passage_json

NEAREST = 3
"""How many of the nearest passages are told where nothing answers."""

STRIKE_ON, STRIKE_OFF = "\x1b[9m", "\x1b[0m"


def answer_json(question_id: str | None, answer: Answer, took_ms: float) -> dict[str, Any]:
    """One object a question. A citation's passage is a hit without its rank; `nearest` are the best hits
    where nothing answers."""
    return {
        "id": question_id,
        "question": answer.question,
        "answer": answer.text,
        "supported": answer.supported,
        "confidence": round(answer.confidence, 4),
        "took_ms": round(took_ms, 1),
        "citations": [citation_json(citation) for citation in answer.citations],
        "form": answer.form,
        "parts": [part_json(part) for part in answer.parts],
        "notes": [{"kind": note.kind, "subject": note.subject, "text": note.text} for note in answer.notes],
        "writer": answer.writer,
        "nearest": [] if answer.supported else [hit_json(hit) for hit in answer.hits[:NEAREST]],
    }


def citation_json(citation: Citation) -> dict[str, Any]:
    """A citation with the passage that holds its quote."""
    passage = {"score": round(citation.hit.score, 6), **passage_json(citation.hit)}
    return {"number": citation.number, "quote": citation.quote, "passage": passage}


def part_json(part: AnswerPart) -> dict[str, Any]:
    """A part of an answer; `struck` is null where it stands."""
    struck = part.struck and {"kind": part.struck.kind, "subject": part.struck.subject}
    return {"text": part.text, "citations": list(part.citations), "struck": struck}


def refusal_json(question_id: str | None, question: str) -> dict[str, Any]:
    """The object of a question that could not be asked at all."""
    return answer_json(question_id, Answer(question, "", False, 0.0, (), ()), 0.0)


def answer_text(answer: Answer, *, colour: bool = False) -> str:
    """An answer for a person at a terminal, its sources below it."""
    blocks = [
        answer.text,
        "\n".join(struck_text(part, colour=colour) for part in answer.parts if part.struck),
        "\n".join(f"note: {note.text}" for note in answer.notes),
        "\n".join(citation_text(citation) for citation in answer.citations),
        "" if answer.supported else nearest_text(answer.hits),
    ]
    return "\n\n".join(block for block in blocks if block)


def struck_text(part: AnswerPart, *, colour: bool) -> str:
    """A sentence that was struck out, with why."""
    text = f"{STRIKE_ON}{part.text}{STRIKE_OFF}" if colour else part.text
    why = f"{part.struck.kind} {part.struck.subject}".strip() if part.struck else ""
    return f"struck out ({why.replace('_', ' ')}): {text}"


def citation_text(citation: Citation) -> str:
    """Where a citation stands, and its quote."""
    where = f"[{citation.number}] {citation.hit.document.title}  [{page_words(citation.hit)}]"
    return f"{where}\n    「{citation.quote}」"


def nearest_text(hits: tuple[Hit, ...]) -> str:
    """The nearest passages, where nothing answers; empty where there are none."""
    if not hits:
        return ""
    near = (f"  {hit.document.title}  [{page_words(hit)}]" for hit in hits[:NEAREST])
    return "\n".join(("nearest passages:", *near))
