"""Why a file or a page could not be read, or not well, in the user's words."""

import re

from ui.language import JAPANESE, language_now

_FILES = (
    (r"it is encrypted and needs a password", "パスワードで保護されています"),
    (r"it is encrypted in a way that cannot be read", "読めない方式で暗号化されています"),
    (r"it is named (\S+) but is .*", r"拡張子は\1ですが、中身が違う形式です"),
    (r"it is named as text but .*", "テキストの名前ですが、中身はテキストではありません"),
    (
        r"it is named as (?:an? )?(\S+)(?: file)?(?: of today's format)? but .*",
        r"\1の名前ですが、中身が違う形式です",
    ),
    (r"it is no (.+) file, or it is damaged", r"\1のファイルではないか、壊れています"),
    (r"it is no text in .*", "文字コードを判別できないか、壊れています"),
    (
        r"it is no workbook that can be read, or it is damaged.*",
        "表計算のファイルとして読めないか、壊れています",
    ),
    (r"it is no e-mail.*", "電子メールとして読めないか、壊れています"),
    (r"it is no web page that can be read|it holds no web page", "ウェブページとして読めません"),
    (r"it is no picture that can be read|the picture cannot be opened \(.*\)", "画像を開けません"),
    (r"it is no zip archive, or it is damaged", "zip書庫ではないか、壊れています"),
    (r"(?:its|the) picture is damaged \(.*\)", "画像が壊れています"),
    (r"the PDF is truncated: its end is missing", "PDFが途中で切れています"),
    (r"the PDF is damaged", "PDFが壊れています"),
    (r"the PDF has no pages", "PDFに頁がありません"),
    (r"its (?:XML|zip package) is damaged", "ファイルの中身が壊れています"),
    (r"its XML declares a document type, .*", "不正なXMLを含むため読みません"),
    (r"its package is packed in a way that .*", "読めない方式で圧縮されています"),
    (
        r"its package has ([\d,]+) parts, and a file may have ([\d,]+)",
        r"部品が\1個あり、上限の\2個を超えています",
    ),
    (
        r"a (?:row|cell) of the sheet has a (?:number|place) that no sheet has",
        "シートの範囲を超えるセルがあります",
    ),
    (r"its sheets hold no XML", "読めない形式のシートです"),
    (r"its sheets hold nothing", "シートに何も書かれていません"),
    (r"its slides hold nothing|it has no slides", "スライドに何も書かれていません"),
    (r"it holds only pictures", "画像だけで、文字がありません"),
    (r"it holds no text(?:, only .*)?", "文字がありません"),
    (
        r"it is nested too deeply to be read|its parts are nested too deeply to be read",
        "入れ子が深すぎて読めません",
    ),
    (r"it is empty \(0 bytes\)", "空のファイルです"),
    (r"a file without a suffix is not read; .*", "拡張子のないファイルは読みません"),
    (r".* \((\.\w+)\) are not read yet; .*", r"この形式（\1）はまだ読めません"),
    (r"files named (\S+) are not read; .*", r"この形式（\1）は読みません"),
    (
        r".+ files of an older format \(([.\w]+)\) are read through LibreOffice, .*",
        r"古い形式（\1）を読むためのLibreOfficeが、この端末にありません",
    ),
    (
        r"LibreOffice could not convert it: .*",
        "LibreOfficeで変換できません（壊れているか、パスワードがあります）",
    ),
    (
        r"LibreOffice took longer than ([\d.]+) seconds to convert it",
        r"LibreOfficeでの変換が\1秒以内に終わりませんでした",
    ),
)
"""Of a file's own bytes."""

_LIMITS = (
    (
        r"it has ([\d,]+) (?:pages|slides|sheets), and a file may have ([\d,]+)(?: pages)?",
        r"\1頁あり、上限の\2頁を超えています",
    ),
    (
        r"(?:it is|LibreOffice made) ([\d,]+) MiB (?:large|of it), and a file may have ([\d,]+) MiB",
        r"\1 MiBあり、上限の\2 MiBを超えています",
    ),
    (r".*\b(?:larger|more) than (?:the )?([\d,]+) MiB (?!of memory).*", r"大きすぎます（上限\1 MiB）"),
    (r"one part of it has more than .*", "中の一部が大きすぎます"),
    (r".*([\d,]+) characters that are read of one.*", "文字が多すぎます"),
    (r".*([\d,]+) cells.* read of one|its cells share texts to more than .*", "表が大きすぎます"),
    (r"it(?:s picture)? has .* pixels,? .*", "画像が大きすぎます"),
    (r"reading it took longer than ([\d.]+) seconds", r"\1秒以内に読み終わりませんでした"),
    (r"reading it needs more than the (\d+) MiB of memory .*", r"読むのに\1 MiBを超えるメモリが要ります"),
    (
        r"it unpacks to more than .* times its size, .*|files in it share the same bytes, .*",
        "展開すると異常に大きくなる書庫です",
    ),
    (
        r"it holds ([\d,]+) files, and an archive may hold ([\d,]+)",
        r"ファイルが\1個あり、書庫の上限の\2個を超えています",
    ),
    (r"it lies in (\d+) archives, .*", r"書庫の入れ子が深すぎます（\1重）"),
)
"""What it would cost to read it."""

_PLACES = (
    (r"there is no permission to read it", "読む権限がありません"),
    (r"it cannot be (?:read|read from the disk|reached) \(.*\)", "ディスクから読めません"),
    (r"it is a link to a place outside .*", "索引の対象でないフォルダへのリンクです"),
    (r"it is a link, and links in archives are not followed", "書庫の中のリンクは読みません"),
    (r"it is not an ordinary file|it is not a file", "通常のファイルではありません"),
    (r"there is no such file", "ファイルがありません"),
    (r"it is the lock file of an office program .*", "文書を開いている間だけできる一時ファイルです"),
    (r"its name is not in UTF-8", "ファイル名の文字コードがUTF-8ではありません"),
    (r"it has no name|its (?:name|path|folder) .*", "書庫の中での名前が不正です"),
    (r"the folder cannot be listed \(.*\)", "フォルダの中を見られません"),
    (r"it is packed in a way that is not read .*", "読めない方式で圧縮されています"),
    (r"it is damaged in the (?:archive|e-mail)", "壊れています"),
    (r"it could not be unpacked \((.*)\)", r"展開できませんでした（\1）"),
    (r"what was unpacked of it is not in its folder", "展開できませんでした"),
    (
        r"it was being changed while it was read; index again",
        "読んでいる間に変更されました。もう一度読み込んでください",
    ),
    (r"what was (?:read|kept) of it is (?:gone|damaged); index again", "もう一度読み込んでください"),
    (r"reading was stopped", "読み取りが途中で止められました"),
)
"""Of where it is."""

_PAGES = (
    (r"no text could be read from this page", "文字を読み取れませんでした（画像だけの頁など）"),
    (r"it is a picture that OCR has not read yet|the page is a picture without text", "画像だけの頁です"),
    (
        r"the page is a picture, and only ([\d,]+) characters on it are text",
        r"画像の頁で、文字は\1字だけです",
    ),
    (r"the page's letters are drawn as shapes", "文字が図形として描かれています"),
    (r"the page's fonts do not tell its letters", "フォントから文字を判別できません"),
    (r"the (?:page|page's text|sheet|slide) is (?:damaged|missing in the file).*", "頁が壊れています"),
    (r"the notes and drawings of the sheet could not be read: .*", "シートの注記と図形を読めませんでした"),
    (r"a picture on the page is damaged.*", "頁の中の画像が壊れています"),
    (r"the slide holds only pictures", "画像だけのスライドです"),
    (r"OCR has not read its pictures yet", "図や写真の中の文字はまだ読んでいません"),
    (r"it has large pictures, and .* not read", "図や写真の中の文字は読んでいません"),
    (r"the rows from ([\d,]+) on are not read: .*", r"シートの\1行目から後は読んでいません"),
    (r"OCR found no text in its picture", "OCRで文字が見つかりませんでした"),
    (r"read by OCR with low confidence \((.*)\)", r"OCRの確からしさが低い頁です（\1）"),
    (r"OCR reads PDFs and pictures, .*", "この形式の頁はOCRで読めません"),
    (r"OCR (?:could not read it|failed on it) \((.*)\)", r"OCRで読めませんでした（\1）"),
    (r"it has no page (\d+).*", r"\1頁はありません"),
    (r"page ([\d,]+) (?:cannot be (?:read|drawn) \(.*\)|has no size)", r"\1頁を画像にできません"),
)
"""Of one page."""

_FAULTS = (
    (r"the parser (?:ended|crashed) on it \((.*)\)", r"読み取りの処理が異常終了しました（\1）"),
    (r"the parser did not start within .*", "読み取りの処理を始められませんでした"),
    (r"the reader failed on it \((.*)\)", r"読み取りに失敗しました（\1）"),
    (r"its text could not be taken apart \((.*)\)", r"文章を分けられませんでした（\1）"),
)
"""Of this program."""

REASONS = (*_FILES, *_LIMITS, *_PLACES, *_PAGES, *_FAULTS)
STAYS = "; what was indexed of it before stays"
_WAITS = re.compile(r"it waits for OCR \((.*)\)")


def reason_text(reason: str) -> str:
    """The reason in the language on the screen; without a translation it is shown as it is, never hidden."""
    if language_now() != JAPANESE:
        return reason
    sentence = reason.removesuffix(STAYS)
    kept = "（以前の内容は検索できます）" if sentence != reason else ""
    if waiting := _WAITS.fullmatch(sentence):
        return f"OCRの順番を待っています（{reason_text(waiting[1])}）"
    for pattern, japanese in REASONS:
        if match := re.fullmatch(pattern, sentence, re.DOTALL):
            return match.expand(japanese) + kept
    return reason
