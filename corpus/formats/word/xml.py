"""Names and values of WordprocessingML (ECMA-376 part 1, 17)."""

from corpus.formats.office_package import Element

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
_OFF = ("0", "false", "off")
_MOST = 1_000_000


def value_of(element: Element | None) -> str:
    """The attribute w:val of an element, empty where there is none."""
    return str(element.get(f"{W}val", "")) if element is not None else ""


def is_on(element: Element | None) -> bool:
    """Whether a property that is on or off is there and on."""
    return element is not None and value_of(element).lower() not in _OFF


def whole_number(text: str | None, default: int, most: int = _MOST) -> int:
    """The whole number that an attribute states, kept within `most`; `default` where it states none."""
    try:
        return max(-most, min(most, int((text or "")[:20])))
    except ValueError:
        return default


def chosen_branch(alternatives: Element) -> Element | None:
    """Of the branches of mc:AlternateContent the first choice, else the fallback: they say the same twice."""
    choice = alternatives.find(f"{MC}Choice")
    return choice if choice is not None else alternatives.find(f"{MC}Fallback")
