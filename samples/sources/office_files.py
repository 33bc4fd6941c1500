"""An office file in, the same file with fixed times out, so that a rebuild gives the same bytes."""

from __future__ import annotations

import re
import zipfile
from datetime import datetime
from pathlib import Path

FIXED_TIME = datetime(2024, 4, 1)
FIXED_STAMP = FIXED_TIME.strftime("%Y-%m-%dT%H:%M:%SZ").encode()
ZIP_TIME = (1980, 1, 1, 0, 0, 0)


def fix_times(path: Path) -> None:
    """Rewrites the archive with the same members in the same order, all dated ZIP_TIME.

    The time of saving that openpyxl puts into the core properties becomes FIXED_TIME.
    """
    with zipfile.ZipFile(path) as archive:
        members = [(name, archive.read(name)) for name in archive.namelist()]
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members:
            if name == "docProps/core.xml":
                content = re.sub(rb"(?<=W3CDTF\">)[^<]+", FIXED_STAMP, content)
            member = zipfile.ZipInfo(name, ZIP_TIME)
            member.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(member, content)
