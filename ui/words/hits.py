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
    siblings: str
    headings: str
    likeness: str
    copy: str
    copied: str
    copy_failed: str
    citation: str
    similar: str
    around: str
    around_more: str
    around_close: str
    before: str
    after: str
    around_none: str
    more: str


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
    siblings="同じ記載が他に{count}件（年度だけの違いを含む）",
    headings=" › ",
    likeness="近さ {score:.2f}",
    copy="引用を写す",
    copied="写しました",
    copy_failed="写せませんでした。「その他」の引用文を選んで写してください。",
    citation="引用文",
    similar="似た箇所",
    around="前後を読む",
    around_more="さらに前後を読む",
    around_close="前後を閉じる",
    before="前の箇所",
    after="後の箇所",
    around_none="この文書に前後の箇所はありません。",
    more="その他",
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
    siblings="{count} more passages say the same (but for the year)",
    headings=" › ",
    likeness="Likeness {score:.2f}",
    copy="Copy the citation",
    copied="Copied",
    copy_failed="It could not be copied. Select the citation under “More” and copy it.",
    citation="Citation",
    similar="Similar passages",
    around="Read around it",
    around_more="Read further around it",
    around_close="Close what is around it",
    before="Before",
    after="After",
    around_none="There are no passages around it in this document.",
    more="More",
)
