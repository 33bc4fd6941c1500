"""Characters of a passage's text in, their places on the pages out."""

from collections.abc import Iterable, Mapping

from corpus.mapped_text import INSERTED, MappedText
from corpus.normalising import is_kept, ordinary
from corpus.types import Page, Passage, Span


def locate(passage: Passage, pages: Iterable[Page], start: int, end: int) -> tuple[Span, ...]:
    """The places on the pages of characters `start` to `end` (exclusive) of the passage's text.

    Column heads repeated at its start stand on no span and give no place. Raises ValueError where the pages
    are not those that the passage was made from.
    """
    own = own_text(passage, {page.number: page.text for page in pages})
    before = len(passage.text) - len(own)
    return own.part(max(0, start - before), max(0, end - before)).spans()


def own_text(passage: Passage, texts: Mapping[int, str]) -> MappedText:
    """A passage's text with the place of each of its characters, but for what is repeated at its start and
    stands on no span; `texts` are those of its pages by number.

    A passage's text is what its spans hold with noise dropped and white space changed, so its letters,
    counted from the end, are those of the spans one by one. Raises ValueError where the pages are not those
    that the passage was made from.
    """
    places = [
        (span.page, offset)
        for span in passage.spans
        for offset in range(span.start, span.end)
        if offset < len(texts.get(span.page, "")) and is_kept(texts[span.page][offset])
    ]
    letters = [index for index, character in enumerate(passage.text) if not character.isspace()]
    own = letters[max(0, len(letters) - len(places)) :]
    found = "".join(ordinary(texts[page][offset]) for page, offset in places)
    if not places or found != "".join(passage.text[index] for index in own):
        raise ValueError(f"passage {passage.id} was not made from these pages")
    first = own[0]
    pages, offsets = [0] * (len(passage.text) - first), [INSERTED] * (len(passage.text) - first)
    for index, (page, offset) in zip(own, places, strict=True):
        pages[index - first], offsets[index - first] = page, offset
    return MappedText(passage.text[first:], tuple(pages), tuple(offsets))
