"""Why a query cannot be searched, in the user's words."""

import unicodedata

from ui.words import words

LONGEST_QUERY = 1000
"""The most characters of a query; a longer one would not fit into an address either."""


def complaint(query: str) -> str | None:
    """What is wrong with a query before it is searched, None where nothing is."""
    if not query.strip():
        return words().asking.query_empty
    if len(query) > LONGEST_QUERY:
        return words().asking.query_long.format(length=len(query), longest=LONGEST_QUERY)
    if not any(unicodedata.category(sign)[0] in "LN" for sign in query):
        return words().asking.query_symbols
    return None


def refusal(query: str) -> str:
    """What to say of a query that the index refused."""
    return complaint(query) or words().asking.query_refused
