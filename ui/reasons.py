"""Why a file or a page could not be read, in the user's words."""

import re

REASONS = (
    (r"it is encrypted and needs a password", "パスワードで保護されています"),
    (r"it is encrypted in a way that cannot be read", "読めない方式で暗号化されています"),
    (r"the PDF is truncated: its end is missing", "PDFが途中で切れています"),
    (r"the PDF is damaged", "PDFが壊れています"),
    (r"the PDF has no pages", "PDFに頁がありません"),
    (r"it has ([\d,]+) pages, and a file may have ([\d,]+)", r"\1頁あり、上限の\2頁を超えています"),
    (r"it is named (\S+) but is .*", r"拡張子は\1ですが、中身が違う形式です"),
    (r"it is named as text but holds binary data", "テキストの名前ですが、中身はテキストではありません"),
    (r"it is no text in .*", "文字コードを判別できないか、壊れています"),
    (r"it holds no text, only white space", "空白のほかに文字がありません"),
    (r"it is empty \(0 bytes\)", "空のファイルです"),
    (r"a file without a suffix is not read; .*", "拡張子のないファイルは読みません"),
    (r".* \((\.\w+)\) are not read yet; .*", r"この形式（\1）はまだ読めません"),
    (r"files named (\S+) are not read; .*", r"この形式（\1）は読みません"),
    (r"there is no permission to read it", "読む権限がありません"),
    (
        r"it is ([\d,]+) MiB large, and a file may have ([\d,]+) MiB",
        r"\1 MiBあり、上限の\2 MiBを超えています",
    ),
    (r"reading it took longer than ([\d.]+) seconds", r"\1秒以内に読み終わりませんでした"),
    (r"reading it needs more than the (\d+) MiB of memory .*", r"読むのに\1 MiBを超えるメモリが要ります"),
    (r"it is a link to a place outside .*", "索引の対象でないフォルダへのリンクです"),
    (r"it is not an ordinary file", "通常のファイルではありません"),
    (r"it is the lock file of an office program .*", "文書を開いている間だけできる一時ファイルです"),
    (r"its name is not in UTF-8", "ファイル名の文字コードがUTF-8ではありません"),
    (r"the folder cannot be listed \(.*\)", "フォルダの中を見られません"),
    (
        r"it was being changed while it was read; index again",
        "読んでいる間に変更されました。もう一度読み込んでください",
    ),
    (r"no text could be read from this page", "文字を読み取れませんでした（画像だけの頁など）"),
)
STAYS = "; what was indexed of it before stays"


def reason_text(reason: str) -> str:
    """The reason in Japanese; one that has no translation is shown as it is, never hidden."""
    sentence = reason.removesuffix(STAYS)
    kept = "（以前の内容は検索できます）" if sentence != reason else ""
    for pattern, japanese in REASONS:
        if re.fullmatch(pattern, sentence):
            return re.sub(pattern, japanese, sentence) + kept
    return reason
