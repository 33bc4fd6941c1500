"""An empty sheet of questions to fill in."""

import io

from openpyxl import Workbook
from openpyxl.styles import Font

from tenkyo.packs.cells import FACE, HEAD_FILL, set_widths, write_cell

HEADS = ("番号", "質問", "備考")
EXAMPLES = (
    ("1", "パスワードの有効期限は何日ですか", "質問の文でも"),
    ("2", "委託先の監督が不十分だった事例", "探したい語句でもかまいません"),
)
MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
FILE_NAME = "典拠_質問票.xlsx"


def make_template() -> bytes:
    """A workbook with the heads and two examples."""
    book = Workbook()
    sheet = book.active
    sheet.title = "質問票"
    for row, values in enumerate((HEADS, *EXAMPLES), 1):
        for column, value in enumerate(values, 1):
            cell = write_cell(sheet, row, column, value)
            if row == 1:
                cell.font, cell.fill = Font(name=FACE, size=10, bold=True), HEAD_FILL
    set_widths(sheet, (8, 60, 30))
    sheet.freeze_panes = "A2"
    written = io.BytesIO()
    book.save(written)
    return written.getvalue()
