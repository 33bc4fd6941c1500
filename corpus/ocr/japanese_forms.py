"""A character in, the form of it that Japanese documents use out."""

from functools import cache
from importlib import resources

_KANJI_ROWS = range(0x30, 0x75)
_NON_KANJI_ROWS = (
    *range(0x21, 0x27),
    0x28,
)  # symbols, digits and letters, kana, Greek; no Cyrillic; ruled lines
_NAMES = frozenset("髙﨑德濵栁彅")
"""Forms outside JIS X 0208 that Japanese names are written with."""
_OLD_NAMES = frozenset(
    "澤濱邊國廣眞惠與齋齊櫻瀧榮學實壽祿禮稻穗條萬藏豐鐵關靜顯龍龜嶽峯圓彌彥來傳團從應當將淺淨澁濟狹"
)
"""Old forms that names still have; every other old form is taken for the ordinary one."""
_SIGNS = frozenset("①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩⅰⅱⅲⅳⅴⅵⅶⅷⅸⅹ㈱㈲№㎡㎥㎏㎝㎞㍻㊞～－•☐☑☒✓✔▪➡❶❷❸❹❺")
"""Signs outside JIS X 0208 that offices write."""
_SAME_SIGN = {
    "·": "・",
    "•": "・",
    "‧": "・",
    "∙": "・",
    "Δ": "△",
    "∆": "△",
    "〜": "～",
    "∶": "：",
    "Ρ": "P",
    "Α": "A",
}


@cache
def japanese_forms() -> dict[str, str]:
    """The Japanese form of each Chinese or old form, and of signs that are written alike."""
    lines = (
        resources.files("corpus.ocr").joinpath("japanese_forms.txt").read_text(encoding="utf-8").splitlines()
    )
    groups = [group for line in lines if not line.startswith("#") for group in line.split()]
    return {other: group[0] for group in groups for other in group[1:]} | _SAME_SIGN


def is_japanese(character: str) -> bool:
    """Whether Japanese documents use this character: JIS X 0208 without Cyrillic, and some names' and
    offices' own."""
    if character.isascii() or character in _NAMES or character in _SIGNS:
        return True
    if "ａ" <= character <= "ｚ" or "Ａ" <= character <= "Ｚ" or "０" <= character <= "９":
        return True
    try:
        coded = character.encode("iso2022_jp")
    except UnicodeEncodeError:
        return False
    row = coded[3] if coded.startswith(b"\x1b$B") else 0
    return row in _KANJI_ROWS or row in _NON_KANJI_ROWS


def is_old_name(character: str) -> bool:
    """Whether it is a form that Japanese has put aside but for names: 國, 澤."""
    return character in _OLD_NAMES and character in japanese_forms()
