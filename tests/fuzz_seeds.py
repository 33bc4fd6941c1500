"""Small good files of every format, for damaging."""

import io
import zipfile
from collections.abc import Callable
from email.message import EmailMessage

import docx
import openpyxl
from PIL import Image, ImageDraw
from pptx import Presentation
from pptx.util import Inches
from reportlab.lib.pagesizes import A4
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas

ROWS = (("款", "本年度", "前年度"), ("1 議会費", "12,345", "△6,789"), ("2 総務費", "〃", "1,000"))
TEXT = "第1章 総則\n第1条 この要綱は、情報資産の管理について定める。\n（１）対象\nア 台帳\n"
HTML = (
    "<!doctype html><html><head><meta charset='utf-8'><title>会議録</title></head><body><h1>会議録</h1>"
    "<table><tr><th rowspan=2>款</th><th colspan=2>金額</th></tr><tr><td>1</td><td>2</td></tr></table>"
    "<ul><li>一</li><li><ruby>典拠<rt>てんきょ</rt></ruby></li></ul><p hidden>見えない</p></body></html>"
)


def pdf(compressed: int) -> bytes:
    """Three pages: prose, a ruled table, and one that is turned, with a picture."""
    pdfmetrics.registerFont(UnicodeCIDFont("HeiseiMin-W3"))
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=A4, pageCompression=compressed, invariant=1)
    canvas.setTitle("要綱")
    for number in (1, 2, 3):
        canvas.setFont("HeiseiMin-W3", 11)
        if number == 2:
            canvas.grid((80, 200, 300, 400), (600, 620, 640, 660))
            for row, cells in enumerate(ROWS):
                for column, cell in enumerate(cells):
                    canvas.drawString(85 + 110 * column, 645 - 20 * row, cell)
        if number == 3:
            canvas.setPageRotation(90)
            canvas.drawInlineImage(Image.new("L", (40, 20), 128), 80, 500)
        for row, line in enumerate(TEXT.splitlines()):
            canvas.drawString(80, 760 - 18 * row, line)
        canvas.drawString(290, 30, f"- {number} -")
        canvas.bookmarkPage(f"p{number}")
        canvas.addOutlineEntry(f"第{number}章", f"p{number}")
        canvas.showPage()
    canvas.save()
    return buffer.getvalue()


def word() -> bytes:
    document = docx.Document()
    document.core_properties.title = "要綱"
    document.add_heading("第1章 総則", 1)
    document.add_paragraph("対象", style="List Number")
    table = document.add_table(len(ROWS), 3)
    for row, cells in enumerate(ROWS):
        for column, cell in enumerate(cells):
            table.cell(row, column).text = cell
    table.cell(1, 1).merge(table.cell(2, 1))
    return _saved(document.save)


def sheet() -> bytes:
    workbook = openpyxl.Workbook()
    page = workbook.worksheets[0]
    page.title = "予算"
    for row in ROWS:
        page.append(row)
    page.merge_cells("B2:B3")
    page["D1"] = "=SUM(B2:B3)"
    return _saved(workbook.save)


def slides() -> bytes:
    made = Presentation()
    slide = made.slides.add_slide(made.slide_layouts[1])
    slide.shapes.title.text = "説明資料"
    slide.placeholders[1].text = TEXT
    table = slide.shapes.add_table(len(ROWS), 3, Inches(1), Inches(4), Inches(6), Inches(1)).table
    for row, cells in enumerate(ROWS):
        for column, cell in enumerate(cells):
            table.cell(row, column).text = cell
    slide.notes_slide.notes_text_frame.text = "控え"
    return _saved(made.save)


def mail() -> bytes:
    message = EmailMessage()
    message["Subject"], message["From"], message["To"] = "照会", "担当 <a@example.jp>", "b@example.jp"
    message.set_content(TEXT, charset="iso-2022-jp")
    message.add_alternative(HTML, subtype="html")
    message.add_attachment(TEXT.encode(), maintype="text", subtype="plain", filename="別紙.txt")
    return message.as_bytes()


def archive() -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as made:
        made.writestr("資料/要綱.txt", TEXT)
        made.writestr("資料/表.csv", table_text(","))
        with zipfile.ZipFile(inner := io.BytesIO(), "w") as nested:
            nested.writestr("内.md", "# 見出し\n\n本文")
        made.writestr("内.zip", inner.getvalue())
    return buffer.getvalue()


def table_text(mark: str) -> str:
    return "\n".join(mark.join(f'"{cell}"' for cell in row) for row in ROWS)


def picture(kind: str) -> bytes:
    image = Image.new("L", (120, 60), 255)
    ImageDraw.Draw(image).text((10, 20), "12,345", fill=0)
    return _saved(lambda buffer: image.save(buffer, kind))


def _saved(save: Callable[[io.BytesIO], object]) -> bytes:
    buffer = io.BytesIO()
    save(buffer)
    return buffer.getvalue()


def made_files() -> dict[str, bytes]:
    """The files by name."""
    return {
        "要綱.pdf": pdf(0),
        "要綱_圧縮.pdf": pdf(1),
        "要綱.docx": word(),
        "予算.xlsx": sheet(),
        "説明.pptx": slides(),
        "会議録.html": HTML.encode(),
        "要綱.md": f"# 要綱\n\n{TEXT}\n\n|款|額|\n|-|-|\n|1|2|\n\n- 一\n  - 二\n".encode(),
        "要綱_sjis.txt": TEXT.encode("cp932"),
        "要綱_jis.txt": TEXT.encode("iso2022_jp"),
        "要綱_euc.txt": TEXT.encode("euc_jp"),
        "要綱_utf16.txt": TEXT.encode("utf-16"),
        "表.csv": table_text(",").encode("cp932"),
        "表.tsv": table_text("\t").encode(),
        "照会.eml": mail(),
        "資料.zip": archive(),
        "図.png": picture("PNG"),
        "図.jpg": picture("JPEG"),
        "図.tif": picture("TIFF"),
        "図.gif": picture("GIF"),
        "図.bmp": picture("BMP"),
        "図.webp": picture("WEBP"),
    }
