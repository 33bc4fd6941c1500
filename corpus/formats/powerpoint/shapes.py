"""A slide's shape tree in; its texts, tables and charts in reading order, out (ECMA-376 part 1, 19.3)."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from corpus.formats.office_package import Element
from corpus.formats.powerpoint.order import Place, reading_order
from corpus.formats.powerpoint.text import A
from corpus.formats.word.xml import MC, M, chosen_branch, whole_number

P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
_GRAPHIC = f"{A}graphic/{A}graphicData"
_RUNNING = ("sldNum", "dt", "ftr", "hdr", "sldImg")
_NOWHERE = Place(0, 0, 0, 0)
_LARGE_SHARE = 0.2
_LARGEST = 100_000_000


@dataclass(frozen=True, slots=True)
class Shape:
    """A shape with something to read: its text body (p:txBody), table (a:tbl), or graphic (a:graphicData).

    `placeholder` is the kind of the slide's own placeholders (title, body, subTitle), empty for others.
    """

    element: Element
    placeholder: str
    place: Place


def slide_shapes(tree: Element, inherited: Mapping[tuple[str, str], Place]) -> list[Shape]:
    """The shapes of a slide in reading order; slide numbers, dates and feet left out.

    `inherited` are the places of placeholders by kind and index, for those that have none of their own.
    """
    return list(_in_order(tree, inherited))


def placeholder_places(trees: Iterator[Element]) -> dict[tuple[str, str], Place]:
    """The places of the placeholders on layouts and masters; those of the first tree that tells one count."""
    found: dict[tuple[str, str], Place] = {}
    for tree in trees:
        for shape in tree.iterchildren(f"{P}sp"):
            kind, index = _placeholder(shape)
            place = _place(shape)
            if kind and place is not None:
                found.setdefault((kind, index), place)
                found.setdefault((kind, ""), place)
    return found


def count_pictures(tree: Element) -> int:
    """How many pictures stand in a shape tree."""
    return sum(1 for _ in tree.iter(f"{P}pic", f"{A}blip"))


def has_large_picture(tree: Element, slide: Place) -> bool:
    """Whether a picture takes up a good part of the slide."""
    places = (_place(picture) for picture in tree.iter(f"{P}pic"))
    return any(place is not None and _area(place) >= _LARGE_SHARE * _area(slide) for place in places)


def _area(place: Place) -> float:
    return (place.right - place.left) * (place.bottom - place.top)


def shows_number(slide: Element) -> bool:
    """Whether a slide shows its number."""
    return any(one.get("type") == "sldNum" for one in slide.iter(f"{P}ph"))


def _in_order(tree: Element, inherited: Mapping[tuple[str, str], Place]) -> Iterator[Shape]:
    members: list[tuple[Element, Place]] = []
    for shape in _members(tree):
        kind, index = _placeholder(shape)
        if kind in _RUNNING or _is_hidden(shape):
            continue
        place = _place(shape) or inherited.get((kind, index)) or inherited.get((kind, "")) or _NOWHERE
        members.append((shape, place))
    for at in reading_order([place for _, place in members]):
        shape, place = members[at]
        if shape.tag == f"{P}grpSp":
            yield from _in_order(shape, inherited)
            continue
        body = shape.find(f"{P}txBody")
        held = body if body is not None else shape.find(_GRAPHIC)
        if held is not None:
            yield Shape(held, _placeholder(shape)[0], place)


def _members(tree: Element) -> Iterator[Element]:
    for child in tree:
        if child.tag in (f"{P}grpSp", f"{P}graphicFrame"):
            yield child
        elif child.tag == f"{P}sp":
            if any(text.text for text in child.iter(f"{A}t", f"{M}t")):
                yield child
        elif child.tag == f"{MC}AlternateContent":
            branch = chosen_branch(child)
            if branch is not None:
                yield from _members(branch)


def _placeholder(shape: Element) -> tuple[str, str]:
    """The kind and index of a placeholder; the kind is empty for a shape that is none."""
    found = next(shape.iterfind(f"{P}nvSpPr/{P}nvPr/{P}ph"), None)
    if found is None:
        found = next(shape.iterfind(f"{P}nvGraphicFramePr/{P}nvPr/{P}ph"), None)
    return (found.get("type", "body"), found.get("idx", "0")) if found is not None else ("", "")


def _is_hidden(shape: Element) -> bool:
    return any(name.get("hidden") in ("1", "true") for name in shape.iterfind(f"*/{P}cNvPr"))


def _place(shape: Element) -> Place | None:
    for path in (f"{P}spPr/{A}xfrm", f"{P}grpSpPr/{A}xfrm", f"{P}xfrm"):
        transform = shape.find(path)
        if transform is None:
            continue
        offset, extent = transform.find(f"{A}off"), transform.find(f"{A}ext")
        if offset is not None and extent is not None:
            left, top = (_length(offset.get(name)) for name in ("x", "y"))
            width, height = (_length(extent.get(name)) for name in ("cx", "cy"))
            return Place(left, top, left + max(width, 0), top + max(height, 0))
    return None


def _length(text: str | None) -> int:
    return whole_number(text, 0, _LARGEST)
