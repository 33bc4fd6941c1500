"""A query as typed in; its quoted phrases, excluded words, field words and plain words out."""

import re
from dataclasses import dataclass
from typing import Literal

QUOTES = '"“”„‟＂〝〞〟'
"""Any of them opens a phrase and any closes it; Japanese 「」 are part of the text."""

HYPHENS = "-－‐‑−"

_QUOTE = re.compile(f"[{QUOTES}]")
_OPERATOR = re.compile(
    rf"""(?P<hyphen>(?<!\S)[{HYPHENS}](?=\S))?
         (?:(?P<quote>[{QUOTES}])
          | (?P<field>(?<!\S)(?:年度|種別|発行者?)[:：])
          | (?P<word>[^\s{QUOTES}]+))""",
    re.VERBOSE,
)
_VALUE = re.compile(rf"[{QUOTES}][^{QUOTES}]*[{QUOTES}]|\S+")

PieceKind = Literal["words", "phrase", "exclude", "field", "unclosed_quote", "empty_phrase", "lone_hyphen"]


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of a query: its own `surface` with its operators, and what it holds (`name` of a field)."""

    kind: PieceKind
    surface: str
    text: str
    name: str = ""


def split_operators(query: str) -> list[Piece]:
    """The pieces of a query in reading order.

    A hyphen excludes at the start of a word that holds a letter: -5% is a figure. In time that grows with the
    query's length alone.
    """
    pieces: list[Piece] = []
    at = 0
    last_quote = max((query.rfind(quote) for quote in QUOTES), default=-1)
    while match := _OPERATOR.search(query, at):
        piece, at = _piece(query, match, last_quote)
        pieces.append(piece)
    return pieces


def _piece(query: str, match: re.Match[str], last_quote: int) -> tuple[Piece, int]:
    """The piece that begins at a match, and where it ends."""
    if match["quote"]:
        return _quoted(query, match, last_quote)
    if match["field"]:
        value = _VALUE.match(query, match.end())
        end = value.end() if value else match.end()
        text = value[0].strip(QUOTES) if value else ""
        surface = query[match.start() : end]
        if match["hyphen"]:
            return Piece("words", surface, surface), end
        return Piece("field", surface, text, match["field"].rstrip(":：")), end
    word = match["word"]
    if match["hyphen"] and any(map(str.isalpha, word)) and word[0] not in HYPHENS:
        return Piece("exclude", match[0], word), match.end()
    if not word.strip(HYPHENS):
        return Piece("lone_hyphen", match[0], match[0]), match.end()
    return Piece("words", match[0], match[0]), match.end()


def _quoted(query: str, match: re.Match[str], last_quote: int) -> tuple[Piece, int]:
    start = match.start("quote")
    closing = _QUOTE.search(query, start + 1) if start < last_quote else None
    if closing is None:
        return Piece("unclosed_quote", match[0], ""), match.end()
    surface, text = query[match.start() : closing.end()], query[start + 1 : closing.start()]
    if not any(map(str.isalnum, text)):
        return Piece("empty_phrase", surface, text), closing.end()
    return Piece("exclude" if match["hyphen"] else "phrase", surface, text), closing.end()
