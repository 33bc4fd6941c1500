"""The tree of a web page in; its lines, headings and tables in reading order out."""

from lxml import etree, html

from corpus.formats.markup_blocks import GAP, Block, HeadingLine, TextLine, one_line
from corpus.formats.web_page.elements import (
    HEADINGS,
    LEFT_OUT,
    LINES,
    LISTS,
    MAIN,
    PARAGRAPHS,
    PREFORMATTED,
    ROUND_MAIN,
    is_hidden,
    role_of,
)
from corpus.formats.web_page.lists import PageList
from corpus.formats.web_page.tables import OpenTable

_MOST_NESTED_TABLES = 16


class PageWalk:
    """One walk over a page's elements, without recursion, however deep they are nested."""

    def __init__(self, root: html.HtmlElement) -> None:
        self._root = root
        self._flows: list[list[Block]] = [[]]
        self._tables: list[OpenTable] = []
        self._lists: list[PageList] = []
        self._text: list[str] = []
        self._marker = ""
        self._heading: int | None = None
        self._preformatted = 0
        self._main = 0
        self._has_main = bool(root.xpath("boolean(//main | //article | //*[@role='main'])"))

    def blocks(self) -> list[Block]:
        """The page's blocks, without what is left out."""
        walk = etree.iterwalk(self._root, events=("start", "end"))
        left_out: html.HtmlElement | None = None
        for event, element in walk:
            if event == "start" and self._is_left_out(element):
                left_out = element
                if element.tag in LINES or element.tag in PARAGRAPHS:
                    self._break()
                walk.skip_subtree()
            elif event == "start":
                self._start(element)
                self._add(element.text)
            elif left_out is not None and element is left_out:
                self._add(element.tail)
            else:
                self._end(element)
                self._add(element.tail if element is not self._root else None)
        self._break()
        return self._flows[0]

    def _is_left_out(self, element: html.HtmlElement) -> bool:
        role = role_of(element)
        if role in LEFT_OUT or (role in ROUND_MAIN and self._has_main and not self._main):
            return True
        return is_hidden(element)

    def _start(self, element: html.HtmlElement) -> None:
        tag = element.tag
        self._main += role_of(element) in MAIN
        if tag in LINES or tag in PARAGRAPHS:
            self._break(tag in PARAGRAPHS)
        if tag in HEADINGS:
            self._heading = HEADINGS[tag]
        elif tag in PREFORMATTED:
            self._preformatted += 1
        elif tag in LISTS:
            self._lists.append(PageList.of(element, len(self._lists)))
        elif tag == "sup" and self._follows_digit() and next(element.itertext(), "").strip()[:1].isdigit():
            self._text.append("^")  # or 10 to the 4th would be 104, and 1,200 with a note 12001
        elif tag == "img" and self._heading is not None:
            self._add(element.get("alt"))
        elif tag == "li":
            self._marker = self._lists[-1].marker(element) if self._lists else "・"
        elif tag == "table" and len(self._tables) < _MOST_NESTED_TABLES:
            self._flows[-1].append(GAP)
            self._tables.append(OpenTable(element, self._lists))
            self._lists = []
        elif tag == "tr" and self._tables:
            self._tables[-1].open_row()
        elif tag in ("td", "th") and self._tables and self._tables[-1].open_cell(element):
            self._flows.append([])

    def _end(self, element: html.HtmlElement) -> None:
        tag = element.tag
        self._main -= role_of(element) in MAIN
        if tag in LINES or tag in PARAGRAPHS:
            self._break(tag in PARAGRAPHS)
        if tag in HEADINGS:
            self._end_heading()
        elif tag in PREFORMATTED:
            self._preformatted -= 1
        elif tag in LISTS and self._lists:
            self._lists.pop()
        elif tag == "li":
            self._marker = ""
        elif tag in ("tbody", "thead", "tfoot") and self._tables:
            self._tables[-1].end_group()
        elif tag in ("td", "th") and self._tables and self._tables[-1].cell is element:
            self._tables[-1].close_cell(self._flows.pop())
        elif tag == "table" and self._tables and self._tables[-1].element is element:
            table = self._tables.pop()
            self._lists = table.lists_outside
            self._flows[-1] += table.blocks()

    def _follows_digit(self) -> bool:
        return bool(self._text) and self._text[-1][-1:].isdigit()

    def _add(self, text: str | None) -> None:
        if not text:
            return
        if not self._preformatted:
            self._text.append(text)
            return
        first, *rest = text.expandtabs(4).replace(" ", "\u00a0").splitlines() or [""]
        self._text.append(first)
        for line in rest:
            self._break()
            self._text.append(line)
        if text.endswith(("\n", "\r")):
            self._break()

    def _break(self, paragraph: bool = False) -> None:
        """Ends the line, and with it the paragraph where one ends here; a heading stays on one line."""
        if self._heading is not None:
            self._text.append("\n")
            return
        text = one_line("".join(self._text)).rstrip()
        self._text.clear()
        if text.strip():
            marker = "" if PageList.is_marked(text) else self._marker
            self._marker = ""
            self._flows[-1].append(TextLine(marker + text))
        if paragraph and not self._lists:
            self._flows[-1].append(GAP)

    def _end_heading(self) -> None:
        text = one_line("".join(self._text)).strip()
        self._text.clear()
        if text and self._heading is not None:
            self._flows[-1].append(HeadingLine(text, self._heading))
        self._heading = None
