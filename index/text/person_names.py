"""Text in, where it names persons out."""

import re
from collections.abc import Iterator
from functools import lru_cache

from index.text.analysis import parts_of_speech
from index.text.folding import fold_text

PERSON = "名詞-固有名詞-人名-"
"""The parts of speech of personal names in UniDic: 姓, 名 and 一般."""

_CALLED = re.compile(r"\s?(?:氏|さん|議員|委員|教授|博士|課長|部長|市長|町長|会長|社長|補佐官|監査人|弁護士)")
"""What persons are called by after their names."""

_BETWEEN = ("", " ", "・")

_Part = tuple[int, int, str]
"""A part of a name: its start, its end, and its kind: surname (姓), given name (名) or either (一般)."""


@lru_cache(maxsize=2_000)
def person_names(text: str) -> tuple[tuple[int, int], ...]:
    """Where (start, end) a text names persons: by surname and given name, by a foreign name, or by a surname
    and what persons are called by (氏, 議員). UniDic takes many a place for a surname: one alone is none."""
    folded = fold_text(text)
    return tuple(
        (folded.starts[name[0][0]], folded.ends[name[-1][1] - 1])
        for name in _names(folded.text)
        if len(name) > 1 or name[0][2] == "一般" or _CALLED.match(folded.text, name[0][1])
    )


def _names(text: str) -> Iterator[list[_Part]]:
    """Runs of parts of names with at most a space or a dot between them."""
    name: list[_Part] = []
    for start, end, kind in parts_of_speech(text):
        if not kind.startswith(PERSON):
            continue
        if name and text[name[-1][1] : start] not in _BETWEEN:
            yield name
            name = []
        name.append((start, end, kind.removeprefix(PERSON)))
    if name:
        yield name
