"""Characters of a passage's text in, their places on the pages out."""

from collections.abc import Iterable

from corpus.normalising import is_kept, ordinary
from corpus.types import Page, Passage, Span


def locate(passage: Passage, pages: Iterable[Page], start: int, end: int) -> tuple[Span, ...]:
    """The places on the pages of characters `start` to `end` (exclusive) of the passage's text.

    A passage's text is what its spans hold with noise dropped and white space changed, so its letters,
    counted from the end, are those of the spans one by one; column heads repeated at its start stand on no
    span and give no place. Raises ValueError where the pages are not those that the passage was made from.
    """
    texts = {page.number: page.text for page in pages if page.number in set(passage.page_numbers)}
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
    return _spans(place for index, place in zip(own, places, strict=True) if start <= index < end)


def _spans(places: Iterable[tuple[int, int]]) -> tuple[Span, ...]:
    spans: list[Span] = []
    for page, offset in places:
        if spans and spans[-1].page == page and spans[-1].end == offset:
            spans[-1] = Span(page, spans[-1].start, offset + 1)
        else:
            spans.append(Span(page, offset, offset + 1))
    return tuple(spans)
