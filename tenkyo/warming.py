"""The app made quick before anybody asks."""

import gc
import logging
import threading

from index.types import Index

QUERY = "文書"


def start_warming(index: Index) -> None:
    """Loads, in the background, what the first search would load, and leaves that out of garbage collection:
    Streamlit collects after every run of a page, which takes 0.2 s over the model's libraries."""
    threading.Thread(target=_warm, args=(index,), daemon=True, name="warming").start()


def _warm(index: Index) -> None:
    try:
        index.search(QUERY, top_k=1)
    except Exception:  # the first search of a user will tell of it
        logging.getLogger(__name__).warning("the app was not warmed up", exc_info=True)
    gc.collect()
    gc.freeze()
