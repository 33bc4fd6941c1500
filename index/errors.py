"""What can go wrong with a library or a query, each told in one clear English sentence."""


class LibraryError(Exception):
    """The library cannot be opened or written; what it held before is untouched."""


class NoLibraryError(LibraryError):
    """Nothing was indexed into the folder yet."""


class OtherEncoderError(LibraryError):
    """The library was made with another encoder than the one it is opened with."""


class OldIndexesError(LibraryError):
    """The indexes are missing, damaged or made in another way; indexing again makes them anew."""


class BusyLibraryError(LibraryError):
    """Another process, or another thread of this one, is writing; it goes on undisturbed."""


class QueryError(ValueError):
    """The query cannot be searched as it stands."""
