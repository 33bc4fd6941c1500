"""A Japanese name in, how it is written in Latin letters out (Hepburn, long vowels unmarked)."""

from index.text.analysis import pronounce

_ROWS = {
    "アイウエオ": "a i u e o",
    "カキクケコ": "ka ki ku ke ko",
    "サシスセソ": "sa shi su se so",
    "タチツテト": "ta chi tsu te to",
    "ナニヌネノ": "na ni nu ne no",
    "ハヒフヘホ": "ha hi fu he ho",
    "マミムメモ": "ma mi mu me mo",
    "ヤユヨ": "ya yu yo",
    "ラリルレロ": "ra ri ru re ro",
    "ワヲンヴ": "wa o n vu",
    "ガギグゲゴ": "ga gi gu ge go",
    "ザジズゼゾ": "za ji zu ze zo",
    "ダヂヅデド": "da ji zu de do",
    "バビブベボ": "ba bi bu be bo",
    "パピプペポ": "pa pi pu pe po",
}
_SOUNDS = {
    kana: sound for row, sounds in _ROWS.items() for kana, sound in zip(row, sounds.split(), strict=True)
}
_SMALL = {"ャ": "ya", "ュ": "yu", "ョ": "yo", "ァ": "a", "ィ": "i", "ゥ": "u", "ェ": "e", "ォ": "o"}


def romanise(name: str) -> str | None:
    """The name in small Latin letters, None where the dictionary does not know how it is read."""
    written = ""
    double = False
    for sound in pronounce(name):
        if sound in _SMALL and written:
            written = _joined(written, _SMALL[sound])
        elif sound == "ッ":
            double = True
            continue
        elif sound in _SOUNDS:
            plain = _SOUNDS[sound]
            written += (("t" if plain.startswith("ch") else plain[0]) if double else "") + plain
        elif sound != "ー":
            return None
        double = False
    return written or None


def _joined(written: str, small: str) -> str:
    """A sound and the small one after it as one: キャ kya, シャ sha, ファ fa."""
    before = written[:-1]
    if small.startswith("y") and before.endswith(("sh", "ch", "j")):
        return before + small[1:]
    return before + small
