"""A ministry's notice as it comes out of an office's scanner: two grey pages, a little askew, with no text in the file."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np
import pypdfium2
from PIL import Image
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from samples.layout import Block, PaperDocument, Space, Text, split_items, split_paragraphs, write_pdf

DOTS_PER_INCH = 180
SKEWS = (0.55, -0.4)
"""Degrees, page by page; positive leans to the left."""
PAPER, INK = 246, 28
NOISE = 9
JPEG_QUALITY = 42
SEED = 20240520

LETTER_HEAD: tuple[Block, ...] = (
    Text("地行情第１２７号", "right"),
    Text("令和６年５月２０日", "right"),
    Space(5),
    Text("各　都　道　府　県　知　事　　殿", "plain"),
    Text("（情報システム担当課及び市町村担当課扱い）", "plain"),
    Space(5),
    Text("地域行政省大臣官房情報システム管理官", "right"),
    Text("（公印省略）", "right"),
    Space(8),
    Text("特権ＩＤの管理及び端末の廃棄時における", "center"),
    Text("データの消去の徹底について（通知）", "center"),
    Space(6),
)

LETTER: tuple[Block, ...] = (
    *split_paragraphs("""
地方公共団体の情報システムの安全の確保については、平素から格別の御尽力を頂いているところです。

さて、本年に入り、複数の団体において、退職した職員が在職中に知り得た管理者用の符号を用いて庁内のサーバに接続し、
住民の情報を閲覧していた事案、及び賃貸借の期間が満了した端末の記憶装置が消去されないまま中古品として販売された事案が明らかとなりました。
いずれも、定められた手順が守られていれば防ぐことのできたものです。

つきましては、下記の事項に留意の上、点検を行い、必要な措置を講ずるようお願いします。
貴都道府県内の市町村に対しても、この旨を周知されるようお願いします。

なお、本通知は、地方自治法第２４５条の４第１項に基づく技術的な助言であることを申し添えます。
"""),
    Space(3),
    Text("記", "center"),
    Space(2),
    Text("１　特権ＩＤの管理", "plain"),
    *split_items("""
(1)　特権ＩＤは、作業者ごとに付与し、複数の者で共用しないこと。やむを得ず共用する場合は、使用の都度、使用者の氏名及び時刻を記録すること。
(2)　特権ＩＤの一覧を作成し、６か月に１回以上、使用者及び必要性を確かめること。
(3)　使用者が異動し、若しくは退職し、又は委託契約が終了したときは、その日のうちに停止すること。
(4)　特権ＩＤによる操作の記録は、少なくとも１年間保存し、毎月１回、申請と突き合わせること。
(5)　特権ＩＤによる接続には、パスワードに加えて、所有物又は生体による認証を用いること。
"""),
    Text("２　端末等の廃棄時におけるデータの消去", "plain"),
    *split_items("""
(1)　端末、サーバ及び複合機を廃棄し、又は賃貸人に返却するときは、取り扱った情報の重要度に応じ、次のいずれかの方法により記憶装置のデータを消去すること。
"""),
    *split_items(
        """
ア　個人番号を取り扱ったもの　　庁舎内での物理的な破壊（職員の立会いを要する。）
イ　その他の重要な情報を取り扱ったもの　　専用の装置又はソフトウェアによる消去
ウ　ア及びイ以外のもの　　初期化
""",
        "subitem",
    ),
    *split_items("""
(2)　消去を委託するときは、製造番号、消去の方法、日時及び作業者を記した証明書並びに作業の前後の写真を受け取ること。
(3)　証明書は、５年間保存すること。
(4)　返却までの間、端末は施錠された場所に保管し、台数を毎週確かめること。
"""),
    Text("３　点検の結果の報告", "plain"),
    *split_items("""
(1)　令和６年７月３１日までに、別紙の様式により、都道府県の分及び管内の市町村の分を取りまとめて報告すること。
(2)　消去の証明書のない端末があるときは、台数及び取り扱っていた情報の種類を併せて報告すること。
"""),
    Space(5),
    Text("（問合せ先）", "plain"),
    *split_items(
        """
地域行政省大臣官房情報システム管理官室　安全対策係　浅野、堂島
電話　００－００００－０１２７（直通）
""",
        "note",
    ),
)


def write_scanned_notice(path: Path) -> None:
    noise = np.random.default_rng(SEED)
    canvas = Canvas(str(path), invariant=1)
    canvas.setTitle("特権ＩＤの管理及び端末の廃棄時におけるデータの消去の徹底について（通知）")
    for page, skew in zip(_render_pages(), SKEWS, strict=True):
        width, height = (side * 72 / DOTS_PER_INCH for side in page.size)
        canvas.setPageSize((width, height))
        canvas.drawImage(ImageReader(BytesIO(_scan(page, skew, noise))), 0, 0, width, height)
        canvas.showPage()
    canvas.save()


def _render_pages() -> list[Image.Image]:
    """The notice's pages as clean grey images."""
    notice = PaperDocument(title="通知", body=(*LETTER_HEAD, *LETTER), foot="{}", chapter_head=False, size=11.5,
                           margins=(24, 26, 24, 26))  # fmt: skip
    with TemporaryDirectory() as folder:
        printed = Path(folder) / "notice.pdf"
        write_pdf(notice, printed)
        with pypdfium2.PdfDocument(printed) as pdf:
            return [page.render(scale=DOTS_PER_INCH / 72, grayscale=True).to_pil() for page in pdf]


def _scan(page: Image.Image, skew: float, noise: np.random.Generator) -> bytes:
    """The page as a JPEG with the marks of a scanner: skew, less contrast, noise."""
    skewed = page.convert("L").rotate(skew, resample=Image.Resampling.BICUBIC, fillcolor=255)
    grey = np.asarray(skewed, dtype=np.float32) / 255 * (PAPER - INK) + INK
    grey += noise.integers(-NOISE, NOISE + 1, size=grey.shape)
    target = BytesIO()
    Image.fromarray(grey.clip(0, 255).astype(np.uint8)).save(target, "JPEG", quality=JPEG_QUALITY)
    return target.getvalue()
