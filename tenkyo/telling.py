"""The parts' errors in, the one error that the command line and the app show out."""

from collections.abc import Iterator
from contextlib import contextmanager

from embeddings import EncoderError, RerankerError
from index import BusyLibraryError, LibraryError, NoLibraryError, OldIndexesError, OtherEncoderError
from tenkyo.errors import NoLibraryYetError, TenkyoError

JAPANESE: dict[type[LibraryError], str] = {
    BusyLibraryError: (
        "ほかの処理が文書庫を書き換えています。何も変更していません。終わってから、もう一度お試しください。"
    ),
    NoLibraryError: "文書庫がまだありません。文書のフォルダを指定して索引を作成してください。",
    OtherEncoderError: (
        "この文書庫は別の検索用モデルで作られています。設定のモデルを戻すか、新しい文書庫を作成してください。"
    ),
    OldIndexesError: (
        "検索用の索引がないか、古いか、壊れています。"
        "もう一度、索引を作成してください（文書は失われていません）。"
    ),
}
"""What the app says of a library that cannot be opened."""


@contextmanager
def told() -> Iterator[None]:
    """Turns the parts' errors into a TenkyoError."""
    try:
        yield
    except RerankerError as error:
        raise TenkyoError(str(error), f"並べ替え用のモデルを使えません：{error}") from error
    except EncoderError as error:
        raise TenkyoError(str(error), f"検索用のモデルを使えません：{error}") from error
    except LibraryError as error:
        japanese = JAPANESE.get(type(error), f"文書庫を読み取れません。管理者にお知らせください（{error}）。")
        kind = NoLibraryYetError if isinstance(error, NoLibraryError) else TenkyoError
        raise kind(str(error), japanese) from error
