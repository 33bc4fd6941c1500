"""Hits in, the command line's JSON and plain text out. Other programs read the JSON."""

from typing import Any

from index.types import Hit
from index.understanding.understood import Understood

SIBLING_FIELDS = ("passage_id", "document", "pages", "page_labels")
MARK_ON, MARK_OFF = "\x1b[1;33m", "\x1b[0m"


def hit_json(hit: Hit) -> dict[str, Any]:
    """One hit in the contract's form, with its rank, and those that say the same."""
    return {
        "rank": hit.rank,
        "score": round(hit.score, 6),
        **passage_json(hit),
        "siblings": [sibling_json(sibling) for sibling in hit.siblings],
    }


def sibling_json(hit: Hit) -> dict[str, Any]:
    """Where a hit that says the same as a better one stands."""
    places = {name: value for name, value in passage_json(hit).items() if name in SIBLING_FIELDS}
    return {**places, "score": round(hit.score, 6)}


def passage_json(hit: Hit) -> dict[str, Any]:
    """What was found, without its rank and score."""
    document, passage = hit.document, hit.passage
    return {
        "passage_id": passage.id,
        "document": {
            "id": document.id,
            "path": document.path,
            "title": document.title,
            "kind": document.kind,
            "issuer": document.issuer,
            "fiscal_year": document.fiscal_year,
        },
        "headings": list(passage.headings),
        "pages": list(passage.page_numbers) if document.page_count else [],
        "page_labels": list(passage.page_labels),
        "text": passage.text,
        "highlights": [list(span) for span in hit.highlights],
    }


def understood_json(understood: Understood) -> dict[str, Any]:
    """What was understood of a query; `meaning` is what else is searched, left out or let through."""
    return {
        "text": understood.text,
        "parts": [
            {"key": part.key, "kind": part.kind, "surface": part.surface, "meaning": list(part.meaning)}
            for part in understood.parts
        ],
        "notes": [note.text for note in understood.notes],
    }


def understood_text(understood: Understood) -> str:
    """What was understood of a query in one line, empty where it is searched as it stands."""
    parts = [f"{part.kind} {part.surface} = {', '.join(part.meaning)}" for part in understood.parts]
    return "; ".join([*parts, *(note.text for note in understood.notes)])


def search_json(
    query_id: str | None, query: str, understood: Understood, hits: list[Hit], took_ms: float
) -> dict[str, Any]:
    """One object a query: `id` is null where the query was given on the command line."""
    return {
        "id": query_id,
        "query": query,
        "took_ms": round(took_ms, 1),
        "understood": understood_json(understood),
        "hits": [hit_json(hit) for hit in hits],
    }


def page_words(hit: Hit) -> str:
    """Both page numbers of a hit in words, such as "PDF p.12, printed p.8"."""
    parts = []
    if hit.document.page_count:
        parts.append("PDF p." + ", ".join(str(number) for number in hit.passage.page_numbers))
    if hit.passage.page_labels:
        parts.append("printed p." + ", ".join(hit.passage.page_labels))
    return "; ".join(parts) or "no pages"


def hit_text(hit: Hit, *, colour: bool) -> str:
    """A hit for a person at a terminal: where it stands, then what it says."""
    trail = " > ".join(hit.passage.headings)
    return "\n".join(
        line
        for line in (
            f"{hit.rank}. {hit.document.title}  [{page_words(hit)}]  {hit.score:.3f}",
            f"   {hit.document.path}",
            f"   {trail}" if trail else "",
            _indented(marked(hit.passage.text, hit.highlights) if colour else hit.passage.text),
            f"   the same: {siblings_words(hit)}" if hit.siblings else "",
        )
        if line
    )


def siblings_words(hit: Hit) -> str:
    """Where those stand that say the same as a hit, in one line."""
    return "; ".join(f"{sibling.document.title} [{page_words(sibling)}]" for sibling in hit.siblings)


def marked(text: str, highlights: tuple[tuple[int, int], ...]) -> str:
    """The text with its highlights in a terminal's bold."""
    pieces, position = [], 0
    for start, end in highlights:
        pieces += [text[position:start], MARK_ON, text[start:end], MARK_OFF]
        position = end
    return "".join([*pieces, text[position:]])


def _indented(text: str) -> str:
    return "\n".join(f"   {line}" for line in text.splitlines())
