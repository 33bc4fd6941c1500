"""A browser's token in; its own history, saved searches and choices out."""

from tenkyo.people.person import Person, person_of
from tenkyo.people.tokens import COOKIE, COOKIE_SECONDS, is_token, new_token
from tenkyo.people.types import Asking, Entry, SavedSearch

__all__ = [
    "COOKIE",
    "COOKIE_SECONDS",
    "Asking",
    "Entry",
    "Person",
    "SavedSearch",
    "is_token",
    "new_token",
    "person_of",
]
