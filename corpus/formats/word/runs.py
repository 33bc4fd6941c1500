"""A paragraph in; its text as printed, and the notes and boxes that hang on it, out."""

import re
from dataclasses import dataclass, field

from corpus.formats.office_package import Element, relation_id
from corpus.formats.office_text import plain
from corpus.formats.word.fields import Fields
from corpus.formats.word.symbols import symbol
from corpus.formats.word.xml import MC, M, W, chosen_branch, is_on, value_of, whole_number

_CONTAINERS = frozenset(
    W + name
    for name in (
        "ins",
        "moveTo",
        "hyperlink",
        "smartTag",
        "customXml",
        "sdt",
        "sdtContent",
        "fldSimple",
        "dir",
    )
) | {f"{W}bdo"}
_MATHS = frozenset((f"{M}oMath", f"{M}oMathPara"))
_GRAPHICS = frozenset((f"{W}drawing", f"{W}pict", f"{W}object"))
_CHART = "{http://schemas.openxmlformats.org/drawingml/2006/chart}chart"
_DIAGRAM = "{http://schemas.openxmlformats.org/drawingml/2006/diagram}relIds"
_PICTURES = frozenset(
    (
        "{http://schemas.openxmlformats.org/drawingml/2006/main}blip",
        "{urn:schemas-microsoft-com:vml}imagedata",
    )
)
_WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
_FRAMES = frozenset((f"{_WP}inline", f"{_WP}anchor"))
_LARGE_WIDTH, _LARGE_HEIGHT = 2_160_000, 1_440_000  # 6 by 4 centimetres, in English Metric Units
_LARGEST = 100_000_000
_BOX = f"{W}txbxContent"
_PRIVATE = re.compile("[\uf020-\uf0ff]")  # where symbol fonts keep their signs
_NO_STYLES: frozenset[str] = frozenset()


@dataclass(slots=True)
class Content:
    """What a paragraph holds: its text (tabs and soft line breaks in it), the notes that it calls (kind and
    id), its text boxes, the relationships of its charts and diagrams, how many pictures and large ones."""

    pieces: list[str] = field(default_factory=list)
    notes: list[tuple[str, str]] = field(default_factory=list)
    boxes: list[Element] = field(default_factory=list)
    charts: list[str] = field(default_factory=list)
    diagrams: list[str] = field(default_factory=list)
    pictures: int = 0
    large_pictures: int = 0

    @property
    def text(self) -> str:
        """The text, as printed."""
        return "".join(self.pieces)


def read_content(
    paragraph: Element, fields: Fields, hidden: bool, hidden_styles: frozenset[str] = _NO_STYLES
) -> Content:
    """What a paragraph holds. `fields` are those open before it; `hidden` says that its style hides text.

    Text that was deleted, is hidden, or is the reading beside a word (ruby) is left out.
    """
    content = Content()
    _read(paragraph, content, fields, hidden, hidden_styles)
    return content


def _read(
    parent: Element, content: Content, fields: Fields, hidden: bool, hidden_styles: frozenset[str]
) -> None:
    for child in parent:
        tag = child.tag
        if tag == f"{W}r":
            _read_run(child, content, fields, hidden, hidden_styles)
        elif tag in _CONTAINERS:
            if tag != f"{W}sdt" or not is_on(child.find(f"{W}sdtPr/{W}showingPlcHdr")):
                _read(child, content, fields, hidden, hidden_styles)
        elif tag in _MATHS and fields.shown and not hidden:
            content.pieces.append(plain("".join(text.text or "" for text in child.iter(f"{M}t"))))
        elif tag == f"{MC}AlternateContent":
            branch = chosen_branch(child)
            if branch is not None:
                _read(branch, content, fields, hidden, hidden_styles)


def _read_run(
    run: Element, content: Content, fields: Fields, hidden: bool, hidden_styles: frozenset[str]
) -> None:
    properties = run.find(f"{W}rPr")
    if properties is not None:
        vanish = properties.find(f"{W}vanish")
        if vanish is not None:
            hidden = is_on(vanish)
        elif hidden_styles and value_of(properties.find(f"{W}rStyle")) in hidden_styles:
            hidden = True
    for child in run:
        tag = child.tag
        if tag == f"{W}fldChar":
            text = fields.mark(child)
            content.pieces.append("" if hidden else plain(text))
        elif tag == f"{W}instrText" or (tag == f"{W}t" and not fields.shown):
            fields.instruct(child.text or "")
        elif hidden or not fields.shown:
            continue
        elif tag == f"{W}ruby":
            base = child.find(f"{W}rubyBase")
            if base is not None:
                _read(base, content, fields, hidden, hidden_styles)
        elif tag == f"{MC}AlternateContent":
            branch = chosen_branch(child)
            if branch is not None:
                _read_graphic(branch, content)
        elif tag in _GRAPHICS:
            _read_graphic(child, content)
        elif tag in (f"{W}footnoteReference", f"{W}endnoteReference"):
            content.notes.append((tag.removeprefix(W).removesuffix("Reference"), child.get(f"{W}id", "")))
        elif tag == f"{W}t":
            content.pieces.append(_text(child, properties))
        else:
            content.pieces.append(_character(child))


def _text(element: Element, properties: Element | None) -> str:
    """A run's text; characters of a symbol font as the signs that they show."""
    text = plain(element.text or "")
    if not _PRIVATE.search(text):
        return text
    fonts = properties.find(f"{W}rFonts") if properties is not None else None
    font = fonts.get(f"{W}ascii", "") if fonts is not None else ""
    return _PRIVATE.sub(lambda sign: symbol(sign[0], font), text)


def _character(element: Element) -> str:
    tag = element.tag
    if tag in (f"{W}br", f"{W}cr"):
        return "\n"
    if tag in (f"{W}tab", f"{W}ptab"):
        return "\t"
    if tag == f"{W}noBreakHyphen":
        return "-"
    if tag == f"{W}sym":
        return _symbol(element)
    return ""


def _symbol(element: Element) -> str:
    try:
        character = chr(int(element.get(f"{W}char", ""), 16))
    except (ValueError, OverflowError):
        return ""
    return (
        plain(symbol(character, element.get(f"{W}font", ""))) if not 0xD800 <= ord(character) < 0xE000 else ""
    )


def _read_graphic(graphic: Element, content: Content) -> None:
    """Takes the boxes, charts and diagrams of a drawing; what stands inside a box is read with it."""
    waiting = [graphic]
    while waiting:
        element = waiting.pop()
        tag = element.tag
        if tag == _BOX:
            content.boxes.append(element)
        elif tag == _CHART:
            content.charts.append(relation_id(element))
        elif tag == _DIAGRAM:
            content.diagrams.append(relation_id(element, "dm"))
        elif tag == f"{MC}AlternateContent":
            branch = chosen_branch(element)
            waiting += [branch] if branch is not None else []
        else:
            content.pictures += tag in _PICTURES
            content.large_pictures += tag in _FRAMES and _holds_large_picture(element)
            waiting += reversed(element)


def _holds_large_picture(frame: Element) -> bool:
    extent = frame.find(f"{_WP}extent")
    if extent is None or next(frame.iter(*_PICTURES), None) is None:
        return False
    width, height = (whole_number(extent.get(name), 0, _LARGEST) for name in ("cx", "cy"))
    return width >= _LARGE_WIDTH and height >= _LARGE_HEIGHT
