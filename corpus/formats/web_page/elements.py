"""What the elements of a web page mean for its text (HTML, 15.3: how a browser shows them)."""

import re

from lxml import html

LEFT_OUT = frozenset(
    {
        "audio",
        "button",
        "canvas",
        "datalist",
        "del",
        "embed",
        "head",
        "iframe",
        "map",
        "nav",
        "noscript",
        "object",
        "rp",
        "rt",
        "rtc",
        "script",
        "select",
        "style",
        "svg",
        "template",
        "textarea",
        "title",
        "video",
        "xml",
    }
)
"""Elements whose text is not shown, is not read on its own, or is no part of the document's text."""
ROUND_MAIN = frozenset({"aside", "footer", "header"})
"""What stands around the main part of a page."""
MAIN = frozenset({"article", "main"})
"""The main part of a page."""
HEADINGS = {f"h{level}": level for level in range(1, 7)}
"""The level of each heading."""
LISTS = frozenset({"dir", "menu", "ol", "ul"})
"""Lists with a marker before each item."""
PARAGRAPHS = frozenset({"address", "blockquote", "dir", "dl", "figure", "hr", "menu", "ol", "p", "pre", "ul"})
"""Elements that begin and end a paragraph."""
LINES = frozenset(
    {
        "article",
        "aside",
        "body",
        "br",
        "caption",
        "center",
        "dd",
        "details",
        "div",
        "dt",
        "fieldset",
        "figcaption",
        "footer",
        "form",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "html",
        "legend",
        "li",
        "main",
        "nav",
        "noframes",
        "section",
        "summary",
        "table",
        "tbody",
        "td",
        "tfoot",
        "th",
        "thead",
        "tr",
    }
)
"""Elements that begin and end a line."""
PREFORMATTED = frozenset({"listing", "plaintext", "pre", "xmp"})
"""Elements whose spaces and line ends are shown."""
_ROLES = {
    "navigation": "nav",
    "search": "nav",
    "main": "main",
    "banner": "header",
    "contentinfo": "footer",
    "complementary": "aside",
}
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)


def role_of(element: html.HtmlElement) -> str:
    """The element's tag, or the tag that its role stands for."""
    tag = element.tag
    return _ROLES.get(element.get("role", ""), tag) if isinstance(tag, str) else "script"


def is_hidden(element: html.HtmlElement) -> bool:
    """Whether the page itself hides an element; the whole of it only until a script shows it."""
    if element.tag in ("html", "body"):
        return False
    return element.get("hidden") is not None or bool(_HIDDEN.search(element.get("style", "")))
