"""The pages of a pack on a sheet of their own, each under the line that says what it shows."""

import io
import math

from openpyxl.drawing.image import Image
from openpyxl.styles import Alignment, Font
from openpyxl.worksheet.pagebreak import Break
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from tenkyo.packs.cells import FACE, print_landscape, write_cell
from tenkyo.packs.citing import caption
from tenkyo.packs.types import Pack

Places = dict[int, int]
"""The row of a passage's first page, by its number."""

WIDEST, HIGHEST = 690, 960
"""The most of a picture on the sheet, in pixels of 1/96 inch."""
LAST_COLUMN = "K"
"""As far as the widest picture reaches, columns being 64 pixels wide."""
ROW_PIXELS = 20
ROW_POINTS = 15


def add_pictures(sheet: Worksheet, pack: Pack, title: str) -> Places:
    """Puts the pages of all passages on the sheet; where each passage's begin."""
    places: Places = {}
    row = 1
    for passage in pack.record.passages:
        for picture in pack.pictures_of(passage.number):
            for number in picture.passages:
                places.setdefault(number, row)
            cell = write_cell(sheet, row, 1, caption(picture, passage), framed=False)
            cell.font, cell.alignment = (
                Font(name=FACE, size=11, bold=True),
                Alignment(vertical="top"),
            )
            drawn = Image(io.BytesIO(picture.data))
            scale = min(WIDEST / picture.width, HIGHEST / picture.height)
            drawn.width, drawn.height = picture.width * scale, picture.height * scale
            sheet.add_image(drawn, f"A{row + 1}")
            row += 2 + math.ceil(drawn.height / ROW_PIXELS)
            sheet.row_breaks.append(Break(row - 1))
    sheet.sheet_format.defaultRowHeight = ROW_POINTS
    sheet.print_area = f"A1:{LAST_COLUMN}{row - 1}"
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    print_landscape(sheet, title)
    sheet.page_setup.orientation = sheet.ORIENTATION_PORTRAIT
    sheet.sheet_view.showGridLines = False
    return places
