"""The indexing that goes on in the background of this server, shared by all its sessions."""

from collections.abc import Sequence
from pathlib import Path

import streamlit as st

from tenkyo.index_process import IndexProcess
from tenkyo.jobs import Jobs
from tenkyo.settings import Settings


def background(settings: Settings) -> Jobs:
    """The jobs of the library in the settings' folder."""
    return _jobs_of(settings.data)


def start(settings: Settings, sources: Sequence[Path], files: Sequence[str] = ()) -> None:
    """Have sources indexed in the background, for these uploaded files."""
    background(settings).add(sources, files)


@st.cache_resource(show_spinner=False)
def _jobs_of(data: Path) -> Jobs:
    return Jobs(lambda: IndexProcess(data))
