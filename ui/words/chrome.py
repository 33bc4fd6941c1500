"""What Streamlit's own controls say: they speak English alone, so each phrase stands here with its words."""

from dataclasses import dataclass

NO_PAGE = "The page that you have requested does not seem to exist. Running the app's main page."
"""What Streamlit says of an address that names none of the app's pages."""


@dataclass(frozen=True, slots=True)
class ChromeWords:
    """The words for each phrase of Streamlit's, written as Streamlit writes it."""

    phrases: dict[str, str]


JAPANESE = ChromeWords(
    {
        "Skip to main content": "本文へ移る",
        "App pages": "アプリの頁",
        "Main menu": "メニュー",
        "Theme": "画面の色",
        "System": "自動",
        "Light": "明るい",
        "Dark": "暗い",
        "Print": "印刷",
        "Copy version to clipboard": "版の番号を写す",
        "Running...": "処理中",
        "Stop": "止める",
        "Sidebar": "絞り込みの欄",
        "Expand sidebar": "横の欄を開く",
        "Collapse sidebar": "横の欄を閉じる",
        "Navigate to home page": "最初の頁へ",
        "Clear entry": "入力を消す",
        "Clear all": "すべて消す",
        "Open": "開く",
        "Close": "閉じる",
        "No results": "候補がありません",
        "Choose an option": "選ぶ",
        "Copy to clipboard": "写す",
        "Fullscreen": "全画面",
        "Close fullscreen": "全画面を閉じる",
        "Upload": "ファイルを選ぶ",
        "file upload": "ファイルを選ぶ",
        "Search": "検索",
        "Download as CSV": "CSVで保存",
        "Show/hide columns": "列の表示",
        "Page not found": "その頁はありません",
        NO_PAGE: "アドレスの頁は見つかりませんでした。検索の頁を表示しています。",
    }
)

ENGLISH = ChromeWords({phrase: phrase for phrase in JAPANESE.phrases})
