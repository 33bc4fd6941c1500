"""A file of any office format in, the same in today's format out, by LibreOffice where it is installed.

LibreOffice runs as a process of its own, with a profile made for the one file and thrown away after it:
nothing of the user's settings, no macros, no network, no links to other files. It is under the memory limit
of the process that starts it (it starts in 512 MiB), and in its process group, so that it ends with it.
"""

import os
import shutil
import subprocess
import tempfile
import time
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from corpus.reader import MEGABYTE, Limits, UnreadableFile

try:
    import resource
except ImportError:  # not on Windows, where only the clock limits it
    resource = None  # type: ignore[assignment]

_USUAL_PLACES = (
    "/usr/lib/libreoffice/program/soffice.bin",
    "/usr/lib64/libreoffice/program/soffice.bin",
    "/opt/libreoffice/program/soffice.bin",
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
    "C:/Program Files/LibreOffice/program/soffice.com",
)
_RESTART = 81  # the exit code that asks to be started again, once it has set up a new profile
_STARTS = 3
_SHARE_OF_TIME = 0.8  # the rest is for reading what it made
_NO_PROXY_ANSWERS = "127.0.0.1:9"  # the discard port
_SETTINGS = (
    ("Office.Common/Security/Scripting", "MacroSecurityLevel", "3"),
    ("Office.Common/Security/Scripting", "DisableMacrosExecution", "true"),
    ("Office.Common/Security/Scripting", "DisableActiveContent", "true"),
    ("Office.Common/Security/Scripting", "BlockUntrustedRefererLinks", "true"),
    ("Office.Common/Misc", "UseLocking", "false"),
    ("Office.Writer/Content/Update", "Link", "2"),
    ("Office.Writer/Content/Update", "Field", "false"),
    ("Inet/Settings", "ooInetProxyType", "2"),
    ("Inet/Settings", "ooInetHTTPProxyName", "127.0.0.1"),
    ("Inet/Settings", "ooInetHTTPProxyPort", "9"),
    ("Inet/Settings", "ooInetHTTPSProxyName", "127.0.0.1"),
    ("Inet/Settings", "ooInetHTTPSProxyPort", "9"),
    ("Inet/Settings", "ooInetFTPProxyName", "127.0.0.1"),
    ("Inet/Settings", "ooInetFTPProxyPort", "9"),
)
"""Macros never run, links are never followed, and every proxy is one that nobody answers at."""


@dataclass(frozen=True, slots=True)
class Target:
    """A format to convert to: its suffix, and LibreOffice's name of the filter that writes it."""

    suffix: str
    export: str


DOCX = Target("docx", "MS Word 2007 XML")
PPTX = Target("pptx", "Impress MS PowerPoint 2007 XML")


@lru_cache(maxsize=1)
def find_libreoffice() -> Path | None:
    """LibreOffice's program, None where it is not installed."""
    places = [Path(place) for place in _USUAL_PLACES]
    for name in ("soffice", "libreoffice"):
        found = shutil.which(name)
        if found:
            program = Path(found).resolve()
            places = [
                program.with_name("soffice.bin"),
                program,
                *places,
            ]  # the script would start a process more
    return next((place for place in places if place.is_file() and os.access(place, os.X_OK)), None)


def convert(program: Path, data: bytes, suffix: str, target: Target, limits: Limits) -> bytes:
    """The file's bytes in the target's format. `suffix` (with its dot) says what the bytes are.

    Raises UnreadableFile where LibreOffice cannot read them, takes too long or makes too much of them.
    """
    with tempfile.TemporaryDirectory(prefix="tenkyo-", ignore_cleanup_errors=True) as name:
        folder = Path(name)
        _write_profile(folder / "profile")
        given = folder / f"given{suffix}"
        given.write_bytes(data)
        command = [
            str(program),
            "--headless",
            "--norestore",
            "--nologo",
            "--nodefault",
            "--nolockcheck",
            f"-env:UserInstallation={(folder / 'profile').as_uri()}",
            "--convert-to",
            f"{target.suffix}:{target.export}",
            "--outdir",
            str(folder / "made"),
            str(given),
        ]
        _run(command, folder, limits)
        made = folder / "made" / f"given.{target.suffix}"
        if not made.is_file():
            raise UnreadableFile("LibreOffice could not convert it: it is damaged or needs a password")
        size = made.stat().st_size
        if not 0 < size <= limits.file_megabytes * MEGABYTE:
            raise UnreadableFile(
                f"LibreOffice made {size / MEGABYTE:,.0f} MiB of it, "
                f"and a file may have {limits.file_megabytes} MiB"
            )
        return made.read_bytes()


def _run(command: list[str], folder: Path, limits: Limits) -> None:
    seconds = limits.seconds * _SHARE_OF_TIME
    end = time.monotonic() + seconds
    environment = {
        "HOME": str(folder),
        "TMPDIR": str(folder),
        "PATH": os.environ.get("PATH", ""),
        "LANG": "C.UTF-8",
        "SAL_USE_VCLPLUGIN": "svp",
        "http_proxy": f"http://{_NO_PROXY_ANSWERS}",
        "https_proxy": f"http://{_NO_PROXY_ANSWERS}",
    }
    if "SYSTEMROOT" in os.environ:  # without it no program starts on Windows
        environment["SYSTEMROOT"] = os.environ["SYSTEMROOT"]
    for _ in range(_STARTS):
        process = subprocess.Popen(
            command,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            cwd=folder,
            env=environment,
        )
        try:
            _limit_files(process.pid, limits)
            if process.wait(max(end - time.monotonic(), 0)) != _RESTART:
                return
        except subprocess.TimeoutExpired:
            raise UnreadableFile(f"LibreOffice took longer than {seconds:g} seconds to convert it") from None
        finally:
            process.kill()
            process.wait()


def _limit_files(process_id: int, limits: Limits) -> None:
    if resource is not None and hasattr(resource, "prlimit"):
        most = limits.file_megabytes * MEGABYTE
        try:
            resource.prlimit(process_id, resource.RLIMIT_FSIZE, (most, most))
        except ProcessLookupError:
            return


def _write_profile(profile: Path) -> None:
    items = "".join(
        f'<item oor:path="/org.openoffice.{path}"><prop oor:name="{name}" oor:op="fuse">'
        f"<value>{value}</value></prop></item>"
        for path, name, value in _SETTINGS
    )
    (profile / "user").mkdir(parents=True)
    (profile / "user" / "registrymodifications.xcu").write_text(
        '<?xml version="1.0" encoding="UTF-8"?>'
        f'<oor:items xmlns:oor="http://openoffice.org/2001/registry">{items}</oor:items>',
        encoding="utf-8",
    )
