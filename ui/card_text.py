"""A card in, what stands on it as HTML out. Everything that comes from a document is escaped."""

from dataclasses import dataclass

from corpus.types import Document, Passage
from index.types import Hit, Neighbours
from ui.marking import Highlights, marked
from ui.places import fiscal_year, passage_pages
from ui.words import words

ALONE = Neighbours()


@dataclass(frozen=True, slots=True)
class Card:
    """A hit on the screen: its name in the address, its number, what is cited of it, the page to open.

    `page` is None for a format whose pages cannot be drawn; `ocr` says that the passage was read by OCR,
    `score` how good the hit is. An untitled card stands under the title of its document.
    """

    name: str
    number: int | None
    hit: Hit
    page: int | None
    quote: str | None = None
    ocr: str = ""
    score: str = ""
    titled: bool = True


def card_text(card: Card, around: Neighbours = ALONE) -> str:
    """The card's text, with the passages before and after it where they are asked for."""
    document, passage = card.hit.document, card.hit.passage
    number = "" if card.number is None else f'<span class="t-number">{card.number}</span> '
    title = marked(document.title) if card.titled else ""
    return (
        f'<article class="t-hit{"" if card.titled else " t-untitled"}">'
        f"<h3>{number}{title or _headed(passage)}</h3>"
        + (f'<p class="t-facts">{facts(document)}</p>' if card.titled else "")
        + (trail(passage) if card.titled else "")
        + f'<p class="t-pages"><span>{marked(passage_pages(document, passage))}</span>'
        + (f'<span class="t-ocr">{marked(card.ocr)}</span>' if card.ocr else "")
        + (f'<span class="t-score">{marked(card.score)}</span>' if card.score else "")
        + "</p>"
        + "".join(_neighbour(document, each, words().hits.before) for each in around.before)
        + f'<p class="t-text">{_lines(passage.text, _highlights(card))}</p>'
        + "".join(_neighbour(document, each, words().hits.after) for each in around.after)
        + "</article>"
    )


def facts(document: Document) -> str:
    """A document's kind, issuer and fiscal year, as far as they are known."""
    known = (document.kind, document.issuer, fiscal_year(document.fiscal_year))
    return " · ".join(marked(fact) for fact in known if fact)


def trail(passage: Passage) -> str:
    """The headings that a passage stands under, outermost first."""
    headings = "".join(f"<li>{marked(heading)}</li>" for heading in passage.headings)
    return f'<ol class="t-trail">{headings}</ol>' if headings else ""


def _headed(passage: Passage) -> str:
    """What stands in the place of the title where a group has it already."""
    return marked(words().hits.headings.join(passage.headings))


def _neighbour(document: Document, passage: Passage, label: str) -> str:
    return (
        f'<section class="t-around" aria-label="{marked(label)}">{trail(passage)}'
        f'<p class="t-pages"><span>{marked(passage_pages(document, passage))}</span></p>'
        f'<p class="t-text">{_lines(passage.text)}</p></section>'
    )


def _lines(text: str, highlights: Highlights = ()) -> str:
    """A passage's text with a line between the cells of its tables. They are not set under each other: which
    stand in one column is not told by the text."""
    return marked(text, highlights).replace("\t", '<span class="t-tab">\t</span>')


def _highlights(card: Card) -> tuple[tuple[int, int], ...]:
    """The quote where there is one, else the words that were matched."""
    start = card.hit.passage.text.find(card.quote) if card.quote else -1
    if card.quote is None or start < 0:
        return card.hit.highlights
    return ((start, start + len(card.quote)),)
