"""The words that decide how a thing is said: what ends a predicate, denies it, makes a plan of it."""

LIGHT = frozenset(["為る", "居る", "有る", "成る", "出来る", "事", "物", "無い", "無し"])
"""Words that carry a predicate's ending: what is denied is the word before them."""

FREE = LIGHT - {"出来る"} | frozenset(
    [
        "行う", "場合", "等", "為", "此れ", "其れ", "此の", "其の", "又", "及び", "並びに", "述べる", "示す",
        "書く", "言う", "記す", "記載", "資料", "文書", "回答", "質問", "以下", "次", "内容",
    ]
)  # fmt: skip
"""Words of answering itself, which a passage need not hold."""

DENYING_PREFIXES = frozenset("未不非無")

QUALIFIERS = frozenset(
    [
        "予定", "計画", "見込み", "見込む", "見通し", "目標", "検討", "必要", "望ましい", "望む", "求める",
        "要望", "可能", "可能性", "恐れ", "疑い", "中止", "廃止", "延期", "停止", "困難", "省略", "拒否",
        "否定", "禁止", "案", "例外", "除く", "避ける", "怠る", "欠く", "推測", "推定", "仮定",
    ]
)  # fmt: skip
"""Words that turn what stands right before them: what is planned, feared or called off has not been done."""

ORGANISATION_ENDS = frozenset(
    [
        "部", "課", "局", "室", "係", "省", "庁", "県", "府", "都", "市", "町", "村", "区", "会", "院", "所",
        "校", "館", "署", "党", "社", "センター", "委員会", "協会", "機構", "事務所", "大学", "病院",
        "法", "条例",
    ]
)  # fmt: skip
"""What the names of offices and other organisations end in, and those of laws."""
