"""The words of a hit on the screen and of the page it opens."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class HitWords:
    """The words of a hit on the screen and of the page it opens."""

    score: str
    open_page: str
    close_page: str
    previous_page: str
    next_page: str
    page_alt: str
    drawing_page: str
    box_note: str
    original: str
    no_original: str
    no_picture: str
    cite: str
    cite_note: str
    siblings: str


JAPANESE = HitWords(
    score="適合度 {score:.2f}",
    open_page="頁を見る",
    close_page="頁を閉じる",
    previous_page="前の頁",
    next_page="次の頁",
    page_alt="『{title}』の{number}頁目の画像",
    drawing_page="頁を描いています…",
    box_note="この頁に該当箇所はありません。",
    original="原本を保存",
    no_original="原本なし",
    no_picture="頁の画像のない形式",
    cite="引用",
    cite_note="右上のボタンで写せます。",
    siblings="同じ記載が他に{count}件（年度だけの違いを含む）",
)


ENGLISH = HitWords(
    score="Score {score:.2f}",
    open_page="See the page",
    close_page="Close the page",
    previous_page="Previous page",
    next_page="Next page",
    page_alt="Page {number} of “{title}” as a picture",
    drawing_page="Drawing the page…",
    box_note="The passage does not stand on this page.",
    original="Save the original",
    no_original="no original",
    no_picture="a format without page pictures",
    cite="Cite",
    cite_note="Copy it with the button at the upper right.",
    siblings="{count} more passages say the same (but for the year)",
)
