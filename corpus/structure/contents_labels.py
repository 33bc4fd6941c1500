"""Pages that print no number in, the numbers that the document's own contents page tells for them out."""

from collections import Counter
from collections.abc import Sequence

from corpus.legibility import is_legible
from corpus.normalising import squeeze
from corpus.structure.contents import find_contents
from corpus.structure.lines import filled, split_lines
from corpus.types import Page

_LEAST_AGREEING = 3
_MOST_AGREE = 0.8


def labels_by_contents(pages: Sequence[Page]) -> dict[int, str]:
    """The numbers of the pages from the first heading of the contents on, by the page of the file.

    Entries lead to the pages whose lines begin with their headings; four in five of them, and three at least,
    must say that the file's pages and the printed ones lie equally far apart. {} where they do not.
    """
    legible = [page for page in pages if page.text.strip() and is_legible(page.text)]
    lines = [line for page in legible for line in filled(split_lines(page))]
    contents = find_contents(lines)
    told = [(squeeze(entry.heading), int(entry.label)) for entry in contents.entries
            if entry.label is not None and entry.label.isdigit() and not entry.listed]  # fmt: skip
    if len(told) < _LEAST_AGREEING:
        return {}
    standing: dict[str, int] = {}
    for line in lines:
        if line not in contents.lines:
            standing.setdefault(squeeze(line.text), line.page)
    apart = Counter(label - standing[heading] for heading, label in told if heading in standing)
    if not apart:
        return {}
    distance, agreeing = apart.most_common(1)[0]
    if agreeing < max(_LEAST_AGREEING, _MOST_AGREE * sum(apart.values())):
        return {}
    first = min(standing[heading] for heading, label in told
                if heading in standing and label - standing[heading] == distance)  # fmt: skip
    return {page.number: str(page.number + distance) for page in pages
            if page.number >= first and page.number + distance > 0}  # fmt: skip
