"""Contents entries in, the texts of their passages out."""

from collections.abc import Sequence

from corpus.contents import Contents, ContentsEntry
from corpus.contents_pages import heading_key, headings_over
from corpus.drafts import Draft
from corpus.mapped_text import MappedText, joined
from corpus.numbering import find_numbering
from corpus.types import MAX_PASSAGE_CHARACTERS, ParsedDocument, Section

CONTENTS_HEADING = "目次"
_MOST_LABELS = 8


def contents_drafts(
    parsed: ParsedDocument, sections: Sequence[Section], contents: Contents, target: int
) -> list[Draft]:
    """The drafts of a document's contents entries.

    A finding whose section the file does not hold has a passage of its own, with the printed page that its
    entry tells and the headings that page lies under. All other entries lead to a section and are grouped,
    about `target` characters each.
    """
    in_file = {heading_key(section.headings[-1]) for section in sections if section.headings}
    printed = {page.label for page in parsed.pages if page.label}
    drafts: list[Draft] = []
    group: list[ContentsEntry] = []
    for entry in contents.entries:
        if entry.is_finding and heading_key(entry.heading) not in in_file:
            if group:
                drafts.append(_grouped(parsed, group))
                group = []
            told = (entry.label,) if entry.label and entry.label not in printed else ()
            drafts.append(Draft((*headings_over(entry, contents), entry.heading), _text([entry]), told))
            continue
        if group and _is_full(group, entry, target):
            drafts.append(_grouped(parsed, group))
            group = []
        group.append(entry)
    if group:
        drafts.append(_grouped(parsed, group))
    return drafts


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
    return Draft((CONTENTS_HEADING,), _text(group), told)


def _text(entries: Sequence[ContentsEntry]) -> MappedText:
    text = joined((line.content for entry in entries for line in entry.lines if not line.blank), "\n")
    return text.part(0, MAX_PASSAGE_CHARACTERS)
