"""What can go wrong, said to a person: in English on the command line, in Japanese in the app."""


class TenkyoError(Exception):
    """One clear sentence; `japanese` says the same to the app's users."""

    def __init__(self, english: str, japanese: str) -> None:
        super().__init__(english)
        self.japanese = japanese


class NoLibraryYetError(TenkyoError):
    """Nothing was brought in yet."""
