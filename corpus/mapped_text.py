"""Text whose every character knows the page and the offset that it came from."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from corpus.types import Page, Span

INSERTED = -1
"""The offset of a character that stands on no page: a space or line end put in for reading."""


@dataclass(frozen=True, slots=True)
class MappedText:
    """`text` with, for each of its characters, the page number and the offset in that page's text."""

    text: str = ""
    pages: tuple[int, ...] = ()
    offsets: tuple[int, ...] = ()

    def __len__(self) -> int:
        return len(self.text)

    def part(self, start: int, end: int) -> "MappedText":
        """Characters `start` to `end` (exclusive)."""
        return MappedText(self.text[start:end], self.pages[start:end], self.offsets[start:end])

    def picked(self, indices: Sequence[int], text: str | None = None) -> "MappedText":
        """The characters at `indices`, shown as `text` where given (of the same length)."""
        shown = "".join(self.text[index] for index in indices) if text is None else text
        if len(shown) != len(indices):
            raise ValueError(f"{len(indices)} characters cannot be shown as {len(shown)}")
        pages, offsets = self.pages, self.offsets
        return MappedText(
            shown, tuple(pages[index] for index in indices), tuple(offsets[index] for index in indices)
        )

    def stripped(self) -> "MappedText":
        """Without white space at both ends."""
        start = len(self.text) - len(self.text.lstrip())
        return self.part(start, max(start, len(self.text.rstrip())))

    def spans(self) -> tuple[Span, ...]:
        """The places of its characters, a span for each stretch that stands together, in reading order."""
        found: list[Span] = []
        for page, offset in zip(self.pages, self.offsets, strict=True):
            if offset == INSERTED:
                continue
            if found and found[-1].page == page and found[-1].end == offset:
                found[-1] = Span(page, found[-1].start, offset + 1)
            else:
                found.append(Span(page, offset, offset + 1))
        return tuple(found)


def mapped(page: Page, start: int = 0, end: int | None = None) -> MappedText:
    """Characters `start` to `end` of a page's text."""
    text = page.text[start:end]
    return MappedText(text, (page.number,) * len(text), tuple(range(start, start + len(text))))


def inserted(text: str) -> MappedText:
    """Text that stands on no page."""
    return MappedText(text, (0,) * len(text), (INSERTED,) * len(text))


def joined(parts: Iterable[MappedText], separator: str = "") -> MappedText:
    """The parts in one, with the inserted separator between them."""
    text: list[str] = []
    pages: list[int] = []
    offsets: list[int] = []
    for number, part in enumerate(parts):
        if number and separator:
            text.append(separator)
            pages.extend((0,) * len(separator))
            offsets.extend((INSERTED,) * len(separator))
        text.append(part.text)
        pages.extend(part.pages)
        offsets.extend(part.offsets)
    return MappedText("".join(text), tuple(pages), tuple(offsets))
