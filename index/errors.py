"""What can go wrong with a library or a query, each told in one clear English sentence."""


class LibraryError(Exception):
    """The library cannot be opened or written; what it held before is untouched."""


class QueryError(ValueError):
    """The query cannot be searched as it stands."""
