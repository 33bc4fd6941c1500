"""A question in, the offices that it names out."""

import re

NAME = re.compile(r"東京都|北海道|(?:京都|大阪)府|[一-龥々ヶケ]{1,4}?[県市町村区]|[一-龥]{2,4}?[省庁]")
GENERAL = re.compile(
    r"都道府県|市町|市町村|市区町村|区市町村|府県|特別区|地区|政令市|中核市|関係(?:府)?省|関係(?:府)?省庁|官公庁|府省|内閣府省"
    r"|[当本同各全他両県国市区町村府新旧貴]{1,2}[県市町村区省庁]"
)
"""What is written like the name of an office and names none."""


def named_organisations(text: str) -> frozenset[str]:
    """The prefectures, cities, towns, villages, wards and ministries that a text names."""
    return frozenset(name for name in NAME.findall(text) if not GENERAL.fullmatch(name))
