"""Pages in, sections out: what stands under each heading."""

from collections.abc import Sequence

from corpus.kinds import MEASURES_TAKEN
from corpus.structure.bare_titles import bare_titles
from corpus.structure.body import Body, find_body
from corpus.structure.budget_sides import with_budget_sides
from corpus.structure.contents_headings import with_contents
from corpus.structure.contents_pages import section_labels
from corpus.structure.finding_rows import finding_rows
from corpus.structure.heading_lines import HeadingLine, heading_lines
from corpus.structure.heading_marks import marked_lines
from corpus.structure.lines import Line
from corpus.structure.outline import Heading, outline
from corpus.structure.speeches import with_long_speeches
from corpus.types import ParsedDocument, Section, Span


def split_sections(parsed: ParsedDocument) -> tuple[Section, ...]:
    """The sections of a document in their order; each character of its body belongs to exactly one.

    Running heads and feet, contents pages and pages that could not be read are not of the body. A heading
    with nothing of its own under it makes no section: its line belongs to the first section under it, whose
    `headings` name it.
    """
    body = find_body(parsed)
    headings = outline(_heading_lines(parsed, body), body.lines)
    starts = _section_starts(headings, body.lines)
    sections = []
    for (start, path), end in zip(starts, [*(at for at, _ in starts[1:]), len(body.lines)], strict=True):
        spans = _spans(body.lines[start:end])
        if spans:
            sections.append(Section(parsed.document.id, path, spans))
    if parsed.document.page_count:
        return tuple(sections)
    return _labelled(sections, body)


def _heading_lines(parsed: ParsedDocument, body: Body) -> list[HeadingLine]:
    widths = list(body.full_widths.values())
    wrapped = bool(parsed.document.page_count)
    marked = marked_lines(parsed.headings, body.lines, body.in_tables, wrapped)
    found = heading_lines(body.lines, widths, marked, body.in_tables)
    found = with_contents(found, body, parsed.pages)
    found = [heading for heading in found if body.lines[heading.index] not in body.footnotes]
    if parsed.document.kind == MEASURES_TAKEN:
        found += finding_rows(body.lines)
    if not marked:
        titles = bare_titles(body.lines, widths, {*body.in_tables, *body.footnotes})
        found += titles if len(titles) > len(found) else []
    found.sort(key=lambda heading: heading.index)
    return with_long_speeches(with_budget_sides(found), body.lines)


def _section_starts(headings: Sequence[Heading], lines: Sequence[Line]) -> list[tuple[int, tuple[str, ...]]]:
    """Where each section starts, and under what headings; a heading without text of its own starts none."""
    starts: list[tuple[int, tuple[str, ...]]] = [(0, ())]
    text_from = 0
    for heading in headings:
        index = _with_caption(heading, lines)
        open_start, open_path = starts[-1]
        if not heading.lines and heading.path == open_path:
            continue
        has_text = any(not line.blank for line in lines[text_from:index])
        if not has_text and heading.path[: len(open_path)] == open_path:
            starts[-1] = (open_start, heading.path)
        else:
            starts.append((index, heading.path))
        text_from = heading.index + heading.lines
    return starts


def _with_caption(heading: Heading, lines: Sequence[Line]) -> int:
    """The line of the caption in brackets above an article (（目的） 第１条), which belongs to it."""
    above = next((at for at in range(heading.index - 1, -1, -1) if not lines[at].blank), None)
    if above is None or not lines[above].text.startswith(("（", "(")):
        return heading.index
    return above if heading.path[-1].endswith(lines[above].text) else heading.index


def _spans(lines: Sequence[Line]) -> tuple[Span, ...]:
    """The places of the lines, those that follow each other in one; blank lines at either end left out."""
    first = next((at for at, line in enumerate(lines) if not line.blank), len(lines))
    last = next((at for at in range(len(lines) - 1, -1, -1) if not lines[at].blank), -1)
    spans: list[Span] = []
    for line in lines[first : last + 1]:
        if spans and spans[-1].page == line.page and spans[-1].end == line.start:
            spans[-1] = Span(line.page, spans[-1].start, line.end)
        else:
            spans.append(Span(line.page, line.start, line.end))
    return tuple(spans)


def _labelled(sections: Sequence[Section], body: Body) -> tuple[Section, ...]:
    lengths = [sum(span.end - span.start for span in section.spans) for section in sections]
    labels = section_labels([section.headings for section in sections], lengths, body.contents)
    return tuple(
        Section(section.document_id, section.headings, section.spans, told)
        for section, told in zip(sections, labels, strict=True)
    )
