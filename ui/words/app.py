"""The words of the frame that every page stands in."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class AppWords:
    """The words of the frame that every page stands in."""

    product: str
    search: str
    ask: str
    findings: str
    years: str
    library: str
    packs: str
    evaluation: str
    language: str
    opening: str
    library_empty: str
    library_how: str
    library_command: str
    library_closed: str
    unexpected: str


JAPANESE = AppWords(
    product="典拠",
    search="検索",
    ask="質問",
    findings="指摘事項",
    years="年度比較",
    library="文書",
    packs="持ち出し",
    evaluation="評価",
    language="言語",
    opening="文書庫を開いています。初回は十数秒かかります…",
    library_empty="文書がまだありません。",
    library_how="または、次のコマンドで文書のフォルダを読み込むと、検索できるようになります。",
    library_command="tenkyo index 文書のフォルダ",
    library_closed="文書庫を開けません",
    unexpected="思いがけない不具合が起きました。もう一度お試しください。続くときは管理者にお知らせください。",
)


ENGLISH = AppWords(
    product="Tenkyo",
    search="Search",
    ask="Ask",
    findings="Findings",
    years="Two years",
    library="Documents",
    packs="Take out",
    evaluation="Evaluation",
    language="Language",
    opening="Opening the library. The first time takes some ten seconds…",
    library_empty="There are no documents yet.",
    library_how="Or read in a folder of documents with this command, and it can be searched.",
    library_command="tenkyo index FOLDER",
    library_closed="The library cannot be opened",
    unexpected="Something went wrong. Please try again, and tell your administrator if it goes on.",
)
