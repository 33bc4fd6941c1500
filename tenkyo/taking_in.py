"""A file that somebody brings in, what becomes of it out: it is stored, known already, or put back."""

from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Literal

from corpus.types import Document
from index.runs.removing import forget_skipped, known_places
from index.storage.metadata import FILE_NAME as METADATA
from tenkyo.application import Application
from tenkyo.settings import Settings
from tenkyo.telling import told
from tenkyo.uploads import check_upload, delete_upload, store_upload, uploaded_names, uploads_folder

Outcome = Literal["stored", "known", "returned"]


@dataclass(frozen=True, slots=True)
class TakenIn:
    """What became of a file: `stored` under `name` and to be indexed, `known` as the document in the library
    with the same bytes, or such a document `returned` from among the removed.

    `given` is the name it came with; one that is `renamed` bears a number, as another upload has that name.
    """

    outcome: Outcome
    given: str
    name: str
    document: Document | None = None
    renamed: bool = False


def take_in(settings: Settings, application: Application | None, name: str, content: bytes) -> TakenIn:
    """Store a file to be indexed, unless its document is known; `application` is None before the first one.

    Bringing in again what was taken out puts it back, and stores it where its file is not there any more.
    Raises TenkyoError where it cannot be taken in.
    """
    check_upload(settings, name, len(content))
    document_id = sha256(content).hexdigest()
    if application is not None:
        if known := application.index.document(document_id):
            return TakenIn("known", name, known.path, known)
        removed = next((each for each in application.removals.listed() if each.id == document_id), None)
        if removed and not removed.forgotten:
            application.removals.restore(document_id)
            if any(Path(place).is_file() for place in removed.places):
                return TakenIn("returned", name, removed.path, application.index.document(document_id))
        elif removed:
            application.removals.forget(removed)
    stored = store_upload(settings, name, content)
    return TakenIn("stored", name, stored.name, renamed=stored.renamed)


def waiting_uploads(settings: Settings) -> tuple[str, ...]:
    """The names of uploads that no run has looked at: it was stopped before, or the server was."""
    names = uploaded_names(settings.data)
    if not names:
        return ()
    known = known_places(settings.data)
    folder = f"{uploads_folder(settings.data).resolve()}/"
    seen = {place.removeprefix(folder).partition("/")[0] for place in known if place.startswith(folder)}
    return tuple(name for name in names if name not in seen and not is_description(name))


def is_description(name: str) -> bool:
    """Whether a file is no document, but states titles, kinds and years of others."""
    return name.lower() == METADATA


def drop_upload(settings: Settings, name: str) -> None:
    """Delete an upload that could not be read, or was not indexed yet. Raises TenkyoError."""
    delete_upload(settings, name)
    with told():
        forget_skipped(settings.data, str(uploads_folder(settings.data).resolve() / name))
