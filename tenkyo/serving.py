"""The app's server: Streamlit in a process of its own, on the loopback address unless told otherwise."""

import importlib.util
import os
import sys

from tenkyo.errors import TenkyoError
from tenkyo.settings import Settings


def serve_app(settings: Settings) -> None:
    """Replaces this process by the app's server. Raises TenkyoError where app.py is not installed."""
    found = importlib.util.find_spec("app")
    if found is None or found.origin is None:
        raise TenkyoError("app.py is not installed beside Tenkyo", "app.py が見つかりません。")
    os.environ["TENKYO_DATA"] = str(settings.data)
    address = f"http://{settings.host}:{settings.port}"
    print(f"Tenkyo is at {address} (Ctrl+C ends it)", file=sys.stderr, flush=True)
    command = [sys.executable, "-m", "streamlit", "run", found.origin]
    options = {
        "server.address": settings.host,
        "server.port": str(settings.port),
        "server.headless": "true",
        "server.fileWatcherType": "none",
        "server.maxUploadSize": str(settings.limit_file_megabytes),
        "browser.gatherUsageStats": "false",
        "global.developmentMode": "false",
    }
    os.execv(sys.executable, [*command, *(f"--{name}={value}" for name, value in options.items())])
