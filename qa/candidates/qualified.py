"""A label and a question in, whether the label names another thing than the question out."""

import re
from functools import lru_cache

from corpus import squeeze

SHORTEST = 4
"""A compound of fewer letters (事業費) is a general word, and most labels end in one."""

LETTER = re.compile(r"[一-龥々ァ-ヶーA-Za-z]")
CODE = re.compile(r"^[^一-龥々ぁ-んァ-ヶーA-Za-z]+")

_squeeze = lru_cache(maxsize=8192)(squeeze)


def is_qualified(label: str, question: str) -> bool:
    """Whether a label ends in a compound that the question names, with words before it that the question
    does not say: 国保財政調整基金 for 財政調整基金, which in Japanese is another one."""
    name, asked = CODE.sub("", _squeeze(label)), _squeeze(question)
    for at in range(1, len(name) - SHORTEST + 1):
        found = asked.find(name[at:])
        if found >= 0:
            own = LETTER.match(name[at - 1]) and name[:at] not in asked
            return bool(own) and not (found and LETTER.match(asked[found - 1]))
    return False
