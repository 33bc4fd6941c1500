"""Lines and the headings that a file marks in; the lines of a contents list without pages (a web page's
links) out."""

from collections.abc import Collection, Sequence

from corpus.normalising import squeeze
from corpus.structure.lines import Line

_LEAST_ENTRIES = 3


def linked_entries(lines: Sequence[Line], marked: Collection[tuple[str, int, int]]) -> list[Line]:
    """The lines, three at least one after the other, that say what marked headings after them say.

    `lines` are filled and no headings themselves; `marked` holds for each heading its words without white
    space, its page and its start.
    """
    last: dict[str, tuple[int, int]] = {}
    for words, page, start in marked:
        last[words] = max(last.get(words, (0, 0)), (page, start))
    found: list[Line] = []
    run: list[Line] = []
    for line in lines:
        if last.get(squeeze(line.text).lstrip("・･•-"), (0, 0)) > (line.page, line.start):
            run.append(line)
            continue
        found += run if len(run) >= _LEAST_ENTRIES else []
        run = []
    return found + (run if len(run) >= _LEAST_ENTRIES else [])
