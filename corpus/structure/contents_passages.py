"""Contents entries in, the texts of their passages out."""

from collections.abc import Sequence

from corpus.mapped_text import MappedText, joined
from corpus.normalising import squeeze
from corpus.structure.contents import Contents, ContentsEntry
from corpus.structure.contents_pages import heading_key, headings_over
from corpus.structure.drafts import Draft
from corpus.structure.numbering import find_numbering
from corpus.types import MAX_PASSAGE_CHARACTERS, ParsedDocument, Section

CONTENTS_HEADING = "目次"
_MOST_LABELS = 8
_LONGEST_PAGE = 20_000
_BULLETS = "・•‐-*○●◇◆□■ "


def contents_drafts(
    parsed: ParsedDocument, sections: Sequence[Section], contents: Contents, target: int
) -> list[Draft]:
    """The drafts of a document's contents entries whose sections the file does not hold.

    A finding has a passage of its own, with the printed page that its entry tells and the headings that page
    lies under. Other entries are grouped, about `target` characters each, by what they stand under. An entry
    of a contents page whose section is in the file makes none: the section answers for itself.
    """
    in_file = _InFile(parsed, sections)
    drafts: list[Draft] = []
    group: list[ContentsEntry] = []
    for entry in contents.entries:
        held = in_file.holds(entry)
        if held and not entry.listed:
            continue
        if entry.is_finding and not held:
            drafts += [_grouped(parsed, group)] if group else []
            group = []
            told = (entry.label,) if entry.label and entry.label not in in_file.printed else ()
            drafts.append(Draft((*headings_over(entry, contents), entry.heading), _text([entry]), told))
            continue
        if group and (group[-1].under[:1] != entry.under[:1] or _is_full(group, entry, target)):
            drafts.append(_grouped(parsed, group))
            group = []
        group.append(entry)
    return [*drafts, _grouped(parsed, group)] if group else drafts


class _InFile:
    """What of the contents a file holds: its headings, and the words on its printed pages."""

    def __init__(self, parsed: ParsedDocument, sections: Sequence[Section]) -> None:
        self._headings = {heading_words(heading) for section in sections for heading in section.headings}
        self.printed = {
            label: squeeze(page.text[:_LONGEST_PAGE])
            for page in parsed.pages
            if page.label
            for label in {page.label, *page.label.split("-")}
        }

    def holds(self, entry: ContentsEntry) -> bool:
        """Whether an entry's section is in the file: on its page where pages are numbered (also on one that
        could not be read), by its heading where not."""
        if self.printed and entry.label is not None:
            page = self.printed.get(entry.label)
            return page == "" or (
                page is not None
                and (heading_words(entry.heading) in self._headings or squeeze(entry.heading) in page)
            )
        return heading_words(entry.heading) in self._headings


def heading_words(heading: str) -> str:
    """A heading's words without its number, a bullet and white space, to compare."""
    heading = heading.lstrip(_BULLETS)
    numbering = find_numbering(heading)
    if numbering is None or numbering.style in ("指摘", "条", "章", "節"):
        return heading_key(heading)
    return heading_key(heading[numbering.end :]) or heading_key(heading)


def _is_full(group: Sequence[ContentsEntry], entry: ContentsEntry, target: int) -> bool:
    size = sum(len(one.heading) + 8 for one in group)
    if size + len(entry.heading) > MAX_PASSAGE_CHARACTERS / 2:
        return True
    numbering = find_numbering(entry.heading)
    opens_chapter = numbering is not None and numbering.firm and numbering.depth <= 4
    return size >= target or (opens_chapter and size >= target / 3)


def _grouped(parsed: ParsedDocument, group: Sequence[ContentsEntry]) -> Draft:
    labels = tuple(dict.fromkeys(entry.label for entry in group if entry.label))
    told = labels if not parsed.document.page_count and len(labels) <= _MOST_LABELS else ()
    return Draft((CONTENTS_HEADING, *group[0].under[:1]), _text(group), told)


def _text(entries: Sequence[ContentsEntry]) -> MappedText:
    text = joined((line.content for entry in entries for line in entry.lines if not line.blank), "\n")
    return text.part(0, MAX_PASSAGE_CHARACTERS)
