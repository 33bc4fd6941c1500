"""The name of a model in, its Encoder out."""

from pathlib import Path

from embeddings.bert_encoder import BertEncoder
from embeddings.bundled import HASHES, check_bundled
from embeddings.errors import EncoderError
from embeddings.model_folder import check_weights, is_plain_bert
from embeddings.sentence_transformer import SentenceTransformerEncoder
from embeddings.types import Encoder

BUNDLED = "bundled"


def load_encoder(name: str, cache: Path) -> Encoder:
    """The encoder that `name` means: `bundled`, a folder, or a model's name in the Hugging Face cache.

    Raises EncoderError, in words, where it is not ready, not on this machine, damaged, or not safe to load.
    """
    if name == BUNDLED:
        return BertEncoder(name, check_bundled(cache), cache / HASHES)
    folder = locate_model(name)
    check_weights(folder)
    if is_plain_bert(folder):
        return BertEncoder(name, folder, cache / HASHES)
    return SentenceTransformerEncoder(name, folder, cache / HASHES)


def locate_model(name: str) -> Path:
    """The folder of a model on this machine; nothing is fetched."""
    folder = Path(name).expanduser()
    if folder.is_dir():
        return folder
    from huggingface_hub import snapshot_download
    from huggingface_hub.errors import HFValidationError, LocalEntryNotFoundError

    try:
        return Path(snapshot_download(name, local_files_only=True))
    except (LocalEntryNotFoundError, HFValidationError, OSError) as error:
        raise EncoderError(
            f"there is no model {name} on this machine, and none is fetched from a network: "
            "copy the model's folder here and give its path"
        ) from error
