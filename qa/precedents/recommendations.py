"""A text in, its sentences that say what is to be done out, each with how strongly it is put."""

import re

from corpus.sentences import split_sentences
from qa.precedents.types import Mention, Strength

STRENGTHS: dict[Strength, re.Pattern[str]] = {
    "advisable": re.compile(r"望ましい|望まれ|望みたい|望む。|期待したい"),
    "considered": re.compile(
        r"検討(?:され|し|願い)た[いく]|検討(?:すること|を要する|の余地|を求)|検討すべき|検討する必要"
    ),
    "should": re.compile(r"べき(?:である|で[あは]|だ|もの|と考)"),
    "needed": re.compile(
        r"必要(?:が|で)あ(?:る|り)|必要と(?:考|され)|求め(?:る|られる|たい)。?$|要する。|不可欠|急務"
    ),
    "requested": re.compile(
        r"[さらめけれ]れたい|(?:し|図り|努め|行い|願い)(?:て(?:ください|いただ))?た[いく]。|すること。?$|願いたい"
    ),
}


def find_recommendations(text: str) -> tuple[Mention, ...]:
    """The sentences that recommend, in reading order; their keys are how strongly (Strength)."""
    found = []
    for sentence in split_sentences(text):
        strengths = tuple(name for name, pattern in STRENGTHS.items() if pattern.search(sentence.text))
        if "considered" in strengths:
            strengths = ("considered",)
        if strengths:
            found.append(Mention("recommendation", strengths, sentence.start, sentence.end, sentence.text))
    return tuple(found)
