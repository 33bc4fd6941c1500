"""The fields of a story as they open and close; what is shown of each, out (ECMA-376 part 1, 17.16)."""

import re
from dataclasses import dataclass, field

from corpus.formats.office_package import Element
from corpus.formats.word.numerals import enclosed
from corpus.formats.word.xml import W, is_on, value_of, whole_number

_LONGEST = 2_000
_EQUATION = re.compile(r"\s*eq\s", re.IGNORECASE)
_RUBY = re.compile(r"\\s\\up\s?[\d.]*\(([^()]*)\)\s*[,;，；]\s*([^()]*)\)", re.IGNORECASE)
_ENCLOSED = re.compile(r"\\o\s?\\ac\s?\(\s*([^\s,;，；()]*)\s*[,;，；]\s*([^()]*)\)", re.IGNORECASE)
_FRACTION = re.compile(r"\\f\s?\(([^(),;]*)[,;]([^(),;]*)\)", re.IGNORECASE)
_SWITCH = re.compile(r'\\\*\s*(?:"[^"]*"|\S+)|\\[A-Za-z]+\s?[\d.]*|[()]')


@dataclass(slots=True)
class _Field:
    instruction: list[str] = field(default_factory=list)
    length: int = 0
    in_result: bool = False


@dataclass(slots=True)
class Fields:
    """The fields that are open where a story has come to, outermost first."""

    opened: list[_Field] = field(default_factory=list)
    _instructions: int = 0

    @property
    def shown(self) -> bool:
        """Whether text here is shown: it stands in no field's instruction."""
        return not self._instructions

    def instruct(self, text: str) -> None:
        """Takes text of the innermost open field's instruction."""
        if self.opened and self.opened[-1].length < _LONGEST:
            self.opened[-1].instruction.append(text)
            self.opened[-1].length += len(text)

    def mark(self, element: Element) -> str:
        """Takes a w:fldChar; returns the text that stands in the field's own place."""
        kind = element.get(f"{W}fldCharType")
        if kind == "begin":
            text = _form_field(element) if self.shown else ""
            self.opened.append(_Field())
            self._instructions += 1
            return text
        if not self.opened:
            return ""
        innermost = self.opened[-1]
        if kind == "separate" and not innermost.in_result:
            innermost.in_result = True
            self._instructions -= 1
        if kind == "end":
            self.opened.pop()
            if not innermost.in_result:
                self._instructions -= 1
                text = equation_text("".join(innermost.instruction))
                if self.shown:
                    return text
                self.instruct(text)
        return ""


def equation_text(instruction: str) -> str:
    """What an EQ field shows, empty for another: it has no result, offices write ruby and ① by it."""
    if not _EQUATION.match(instruction):
        return ""
    rest = instruction.strip()[2:]
    if match := _RUBY.search(rest):
        return match[2].strip()
    if match := _ENCLOSED.search(rest):
        inner = match[2].strip()
        number = inner if inner.isdecimal() and len(inner) < 3 else ""
        return enclosed(int(number)) if number and match[1] in ("○", "◯", "〇") else inner
    if match := _FRACTION.search(rest):
        return f"{match[1].strip()}/{match[2].strip()}"
    return _SWITCH.sub("", rest).strip(" ,")


def _form_field(begin: Element) -> str:
    """What an old form field shows that has no result: a box to tick, a choice from a list."""
    box = begin.find(f"{W}ffData/{W}checkBox")
    if box is not None:
        checked = box.find(f"{W}checked")
        return "☑" if is_on(checked if checked is not None else box.find(f"{W}default")) else "□"
    choices = begin.find(f"{W}ffData/{W}ddList")
    if choices is None:
        return ""
    entries = [value_of(entry) for entry in choices.iterchildren(f"{W}listEntry")]
    chosen = whole_number(
        value_of(choices.find(f"{W}result")), whole_number(value_of(choices.find(f"{W}default")), 0)
    )
    return entries[chosen] if 0 <= chosen < len(entries) else ""
