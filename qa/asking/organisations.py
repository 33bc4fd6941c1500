"""A question in, the offices that it names out."""

import re

KANJI = r"[一-龥々ヶケァ-ヴー]"
NAME = re.compile(
    r"東京都|北海道|(?:京都|大阪)府"
    r"|(?:さいたま|つくば|いわき|うるま|つがる|みやま|かほく|あわら|いなべ|さぬき|むつ|にかほ|いすみ|うきは|えびの)市"
    rf"|(?![年月日度次何各]){KANJI}{{1,6}}?(?:県|市(?![場街])|町(?!内)|村(?!落)|区(?![分域間画切]))"
    rf"|(?![年月日度次何各]){KANJI}{{2,6}}?(?:省(?!エネ|力|令|略|資源)|庁(?![舎内議]))"
)
GENERAL = re.compile(
    r".*(?:(?<!京)都市|地区|選挙区|投票区|全国区|比例区|特区|特別区|管区|解放区|官庁|都道?府県|府県|[二三四五六七八九両]県)"
    r"|政令市|中核市|関係(?:府)?省|府省|内閣府省|農村|山村|漁村|学区|校区|工区|街区|行政区|港町|下町|城下町|県庁|市役所"
    r"|(?:一般|個人|法人|中心|卸売|国民|関係|隣接|周辺|近隣|構成|姉妹|友好|該当|対象|加盟|参加|被災|過疎|副|元|前|現|全国)+"
    r"(?:市?町村|[県市町村区省庁])"
    r"|[当本同各全他両県国市区町村府新旧貴]{1,2}[県市町村区省庁]"
    r"|市区町村|区市町村"
)
"""What is written like the name of an office and names none."""


def named_organisations(text: str) -> frozenset[str]:
    """The prefectures, cities, towns, villages, wards and ministries that a text names."""
    return frozenset(name for name in NAME.findall(text) if not GENERAL.fullmatch(name))
