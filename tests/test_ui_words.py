"""The catalogue of the app's words: whole in every language."""

import string
from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass

import pytest

from ui.language import NAMES
from ui.words import ENGLISH, JAPANESE, LANGUAGES, words


def sentences(value: object, place: str = "") -> Iterator[tuple[str, str]]:
    """Every string of a catalogue, with the path of its place."""
    if isinstance(value, str):
        yield place, value
    elif is_dataclass(value):
        for field in fields(value):
            yield from sentences(getattr(value, field.name), f"{place}.{field.name}")
    elif isinstance(value, Mapping):
        for key, each in value.items():
            yield from sentences(each, f"{place}.{key}")
    elif isinstance(value, tuple):
        for each in value:
            yield from sentences(each, place)


def blanks(sentence: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(sentence) if name is not None}


def test_every_language_says_everything_with_the_same_blanks() -> None:
    japanese = {place: blanks(sentence) for place, sentence in sentences(JAPANESE)}
    english = {place: blanks(sentence) for place, sentence in sentences(ENGLISH)}
    assert english == japanese


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_sentence_is_empty(language: str) -> None:
    assert not [place for place, sentence in sentences(LANGUAGES[language]) if not sentence.strip()]


def test_the_languages_to_choose_from_are_those_of_the_catalogue() -> None:
    assert set(NAMES) == set(LANGUAGES)


def test_outside_of_a_session_the_words_are_japanese() -> None:
    assert words() is JAPANESE
