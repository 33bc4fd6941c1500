"""styles.xml in; what a document's styles say of headings, numbering and hidden text out."""

import re
from dataclasses import dataclass, field, replace

from corpus.formats.office_package import Element
from corpus.formats.word.xml import W, is_on, value_of, whole_number

BODY_LEVEL = 9
"""w:outlineLvl of text that heads nothing (17.3.1.20); those of headings are 0 to 8."""
_HEADING = re.compile(r"(?:heading|見出し) ?([1-9１-９])", re.IGNORECASE)
_CONTENTS = re.compile(r"(?:toc|目次) ?[1-9１-９]", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class ParagraphStyle:
    """`outline` is the outline level from 0, None where none is told; `list_id` and `list_level` the list
    that its paragraphs are numbered by. `contents` says that they are entries of a table of contents."""

    outline: int | None = None
    list_id: str | None = None
    list_level: int | None = None
    hidden: bool = False
    contents: bool = False


@dataclass(frozen=True, slots=True)
class StyleSheet:
    """The paragraph styles by id, the one of paragraphs that name none, the character styles that hide, and
    the lists that numbering styles name."""

    paragraphs: dict[str, ParagraphStyle] = field(default_factory=dict)
    default: str = ""
    hidden_characters: frozenset[str] = frozenset()
    lists: dict[str, str] = field(default_factory=dict)

    def paragraph(self, style: str) -> ParagraphStyle:
        """The style of that id, or else the default one."""
        return self.paragraphs.get(style) or self.paragraphs.get(self.default) or ParagraphStyle()


def read_styles(root: Element | None) -> StyleSheet:
    """The styles, each with what it inherits."""
    if root is None:
        return StyleSheet()
    elements: dict[str, Element] = {}
    default = ""
    for one in root.iter(f"{W}style"):
        identity = one.get(f"{W}styleId", "")
        elements[identity] = one
        if one.get(f"{W}type") == "paragraph" and one.get(f"{W}default", "") in ("1", "true", "on"):
            default = identity
    found: dict[str, ParagraphStyle] = {}
    for identity in elements:
        _resolve(identity, elements, found)
    of_type = {identity: one.get(f"{W}type", "") for identity, one in elements.items()}
    return StyleSheet(
        {identity: style for identity, style in found.items() if of_type[identity] == "paragraph"},
        default,
        frozenset(name for name, style in found.items() if of_type[name] == "character" and style.hidden),
        {
            name: style.list_id
            for name, style in found.items()
            if of_type[name] == "numbering" and style.list_id
        },
    )


def _resolve(identity: str, elements: dict[str, Element], found: dict[str, ParagraphStyle]) -> None:
    """Puts the style and those that it is based on into `found`; a circle of styles is cut."""
    chain: list[str] = []
    seen: set[str] = set()
    while identity in elements and identity not in found and identity not in seen:
        chain.append(identity)
        seen.add(identity)
        identity = value_of(elements[identity].find(f"{W}basedOn"))
    for one in reversed(chain):
        base = found.get(value_of(elements[one].find(f"{W}basedOn")), ParagraphStyle())
        found[one] = _style(elements[one], base)


def _style(element: Element, base: ParagraphStyle) -> ParagraphStyle:
    name = value_of(element.find(f"{W}name")).strip()
    style = base
    if match := _HEADING.fullmatch(name):
        style = replace(style, outline=int(match[1]) - 1)
    if _CONTENTS.fullmatch(name):
        style = replace(style, contents=True)
    vanish = element.find(f"{W}rPr/{W}vanish")
    if vanish is not None:
        style = replace(style, hidden=is_on(vanish))
    properties = element.find(f"{W}pPr")
    return with_properties(style, properties) if properties is not None else style


def with_properties(style: ParagraphStyle, properties: Element) -> ParagraphStyle:
    """The style as a paragraph's own properties (w:pPr) change it."""
    outline = properties.find(f"{W}outlineLvl")
    if outline is not None:
        style = replace(style, outline=whole_number(value_of(outline), BODY_LEVEL))
    list_id = properties.find(f"{W}numPr/{W}numId")
    level = properties.find(f"{W}numPr/{W}ilvl")
    if list_id is not None:
        style = replace(style, list_id=value_of(list_id), list_level=None)
    if level is not None:
        style = replace(style, list_level=whole_number(value_of(level), 0))
    return style
