"""A query as typed in; nothing out, or why it cannot be searched."""

import unicodedata

from index.errors import QueryError

LONGEST_QUERY = 4_000
"""In characters."""


def check_query(query: str, top_k: int) -> None:
    """Raise QueryError, in one clear sentence, for a query that cannot be searched."""
    if top_k < 1:
        raise QueryError(f"top_k is {top_k}; it must be at least 1")
    if not query.strip():
        raise QueryError("the query is empty; type a word, a phrase or a question")
    if len(query) > LONGEST_QUERY:
        raise QueryError(
            f"the query has {len(query):,} characters; at most {LONGEST_QUERY:,} can be searched at once"
        )
    if any(unicodedata.category(character) == "Cs" for character in query):
        raise QueryError("the query holds characters that are broken (halves of a surrogate pair)")
    if not any(character.isalnum() for character in unicodedata.normalize("NFKC", query)):
        raise QueryError("the query holds symbols alone; type at least one letter or number")
