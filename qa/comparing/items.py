"""Two sheets and a few typed letters in, the items that a comparison can be confined to out; and a sheet
confined to one."""

from collections.abc import Iterable
from dataclasses import replace

from corpus import fold
from qa.comparing.naming import YearNames, name_thing
from qa.comparing.rows import row_path
from qa.comparing.sections import section_path
from qa.comparing.sheets import Sheet, SheetSection
from qa.comparing.types import Item, ItemKind

MOST_ITEMS = 40
Named = dict[tuple[ItemKind, tuple[str, ...]], tuple[str, ...]]


def find_items(before: Sheet, after: Sheet, typed: str, names: tuple[YearNames, YearNames]) -> list[Item]:
    """The sections, rows and forms of either sheet whose name holds all words typed, best first: those of
    both before those of one, names that begin with it before others, the outer before the inner."""
    words = ["".join(word.split()) for word in fold(typed).split()]
    ours, theirs = named_items(before, names[0]), named_items(after, names[1])
    found = []
    for place, (key, label) in enumerate({**theirs, **ours}.items()):
        kind, path = key
        if words and all(any(word in name for name in path) for word in words) and words[-1] in path[-1]:
            both = key in ours and key in theirs
            rank = (not both, path[-1] != words[-1], not path[-1].startswith(words[-1]), len(path), place)
            found.append((rank, Item(kind, path, label, key in ours, key in theirs)))
    return [item for _, item in sorted(found, key=lambda one: one[0])[:MOST_ITEMS]]


def find_item(before: Sheet, after: Sheet, key: str, names: tuple[YearNames, YearNames]) -> Item | None:
    """The item of this key; None where neither sheet has it."""
    ours, theirs = named_items(before, names[0]), named_items(after, names[1])
    items = (Item(*name, label, name in ours, name in theirs) for name, label in {**theirs, **ours}.items())
    return next((item for item in items if item.key == key), None)


def named_items(sheet: Sheet, names: YearNames) -> Named:
    """All that a comparison of a sheet can be confined to, by kind and normalised names, with the names as
    printed."""
    found: Named = {}
    for section in sheet.sections:
        path = section_path(section, names)
        for depth in range(1, len(path) + 1):
            found.setdefault(("section", path[:depth]), section.headings[:depth])
        for row in section.rows:
            labels = row_path(row, names)
            for depth in range(1, len(labels) + 1):
                found.setdefault(("row", labels[:depth]), row.labels[:depth])
            if row.form:
                found.setdefault(("form", (name_thing(row.form, names),)), (row.form,))
    return found


def confine(sheet: Sheet, item: Item, names: YearNames) -> Sheet:
    """The part of a sheet that is of an item."""
    return replace(sheet, sections=tuple(_confined(sheet.sections, item, names)))


def _confined(sections: Iterable[SheetSection], item: Item, names: YearNames) -> Iterable[SheetSection]:
    depth = len(item.path)
    for section in sections:
        if item.kind == "section":
            if section_path(section, names)[:depth] == item.path:
                yield section
            continue
        if item.kind == "row":
            rows = tuple(row for row in section.rows if row_path(row, names)[:depth] == item.path)
        else:
            rows = tuple(
                row for row in section.rows if row.form and (name_thing(row.form, names),) == item.path
            )
        if rows:
            whole = item.kind == "form" and len(rows) == len(section.rows)
            yield replace(section, rows=rows, sentences=section.sentences if whole else ())
