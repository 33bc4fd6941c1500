"""A draft finding as pasted in; the text that is compared out, or why it cannot be."""

import unicodedata
from collections.abc import Iterator

from corpus.sentences import split_sentences
from index.understanding.operators import QUOTES
from qa.precedents.types import DraftError

LONGEST_DRAFT = 10_000
"""In characters."""

PIECE = 600
"""The longest part of a draft, in characters, that is asked as one query: encoders read no more at once."""

MOST_PIECES = 3

_PLAIN = str.maketrans(dict.fromkeys(QUOTES, " ") | {"-": "‐", "－": "‐", "−": "‐", "：": " ", ":": " "})
"""What would be an operator of a query is none in a draft."""


def read_draft(text: str) -> str:
    """The draft with one kind of line ends and without characters that are broken or not to be seen.

    Raises DraftError for one that is empty, holds no word or is too long.
    """
    lines = text.replace("\r\n", "\n").replace("\r", "\n")
    draft = "".join(
        character
        for character in lines
        if character in "\n\t" or unicodedata.category(character) not in ("Cc", "Cs", "Cf")
    ).strip()
    if not _says_anything(draft):
        raise DraftError("empty", "the draft holds no word; paste the text of a finding")
    if len(draft) > LONGEST_DRAFT:
        raise DraftError(
            "too_long",
            f"the draft has {len(draft):,} characters; at most {LONGEST_DRAFT:,} can be compared at once",
        )
    return draft


def query_pieces(draft: str) -> tuple[str, ...]:
    """The draft as plain queries of whole sentences, at most MOST_PIECES: the first ones, where a finding
    says what it is about."""
    pieces = [""]
    for text in _sentences(draft.translate(_PLAIN)):
        if pieces[-1] and len(pieces[-1]) + len(text) > PIECE:
            pieces.append("")
        pieces[-1] = f"{pieces[-1]} {text}".strip()
    return tuple(filter(_says_anything, pieces))[:MOST_PIECES]


def _says_anything(text: str) -> bool:
    return any(map(str.isalnum, unicodedata.normalize("NFKC", text)))


def _sentences(draft: str) -> Iterator[str]:
    for sentence in split_sentences(draft):
        for start in range(0, len(sentence.text), PIECE):
            yield " ".join(sentence.text[start : start + PIECE].split()).lstrip("‐ ")
