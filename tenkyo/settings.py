"""The settings: one TOML file and the environment in, one frozen value out. Read here and nowhere else."""

import os
from dataclasses import fields
from pathlib import Path
from typing import Any, Literal

from platformdirs import user_cache_path, user_config_path, user_data_path, user_state_path
from pydantic import Field, SecretStr, ValidationError, field_validator
from pydantic_settings import (
    BaseSettings,
    PydanticBaseSettingsSource,
    SettingsConfigDict,
    TomlConfigSettingsSource,
)

from corpus.reader import Limits
from qa.writing.language_model.types import check_address
from tenkyo.errors import TenkyoError

AUTO = "auto"
USUAL = Limits()


class Settings(BaseSettings):
    """What an office may choose. The environment (TENKYO_DATA, ...) goes before the file.

    The file is tenkyo.toml in the user's configuration folder, or the one that TENKYO_CONFIG names.
    """

    model_config = SettingsConfigDict(
        env_prefix="TENKYO_", extra="forbid", frozen=True, hide_input_in_errors=True
    )

    data: Path = Field(default_factory=lambda: user_data_path("tenkyo"))
    """The folder of the library."""
    cache: Path = Field(default_factory=lambda: user_cache_path("tenkyo"))
    """The folder of the prepared model."""
    people: Path = Field(default_factory=lambda: user_state_path("tenkyo"))
    """The folder of what is kept for each person (history, saved searches): on this machine only, never in
    the library's folder, which is copied."""
    encoder: str = "bundled"
    """`bundled`, or the folder or name of a sentence-transformers model."""
    top_k: int = Field(default=10, ge=1, le=100)
    """How many hits a search gives."""
    synonyms: Path | None = None
    """The office's own file of synonyms, read beside the synonyms.txt in the library's folder."""
    reranker: str | None = None
    """The folder or name of a sentence-transformers CrossEncoder that rescores the best hits."""
    llm_url: str | None = None
    """The address of an OpenAI-compatible server (http://127.0.0.1:8080/v1); nothing is asked of a language
    model where it is not given."""
    llm_model: str | None = None
    """The name by which that server knows the language model."""
    llm_key: SecretStr | None = None
    """The key that the server asks for, where it does."""
    llm_timeout: float = Field(default=180.0, gt=0, le=3600)
    """The longest that an answer of the language model may take, in seconds."""
    ocr: Literal["auto", "rapidocr", "tesseract", "none"] = "auto"
    """What reads scanned pages; `auto` is the best engine that is installed, `none` leaves them unread."""
    processes: int | None = Field(default=None, ge=1, le=1024)
    """How many files or pages are read at a time; as many as there are cores where it is not given."""
    limit_seconds: float = Field(default=USUAL.seconds, gt=0)
    """The longest that reading one file, or one page by OCR, may take, in seconds."""
    limit_memory_megabytes: int = Field(default=USUAL.memory_megabytes, ge=256)
    """The most memory that reading one file may take, in MiB."""
    limit_file_megabytes: int = Field(default=USUAL.file_megabytes, ge=1)
    """The largest file that is read, in MiB."""
    limit_pages: int = Field(default=USUAL.pages, ge=1)
    """The most pages that a file may have."""
    limit_pixels: int = Field(default=USUAL.pixels, ge=1_000_000)
    """The most pixels that a picture or a drawn page may have."""
    limit_archive_members: int = Field(default=USUAL.archive_members, ge=1)
    """The most files that an archive may hold, those of archives in it included."""
    limit_archive_depth: int = Field(default=USUAL.archive_depth, ge=1)
    """How many archives may lie one in another, the outermost included."""
    limit_expanded_megabytes: int = Field(default=USUAL.expanded_megabytes, ge=1)
    """The most that may come out of an archive, in MiB."""
    uploads: bool = True
    """Whether whoever reaches the app may add documents and take them out; off, it only reads."""
    host: str = "127.0.0.1"
    """The address that the app listens on."""
    port: int = Field(default=8501, ge=1, le=65535)
    """The port that the app listens on."""

    @property
    def limits(self) -> Limits:
        """The most that one file may cost."""
        return Limits(**{each.name: getattr(self, f"limit_{each.name}") for each in fields(Limits)})

    @field_validator("llm_url")
    @classmethod
    def _check_address(cls, address: str | None) -> str | None:
        return check_address(address) if address else None

    @classmethod
    def settings_customise_sources(
        cls,
        settings_cls: type[BaseSettings],
        init_settings: PydanticBaseSettingsSource,
        env_settings: PydanticBaseSettingsSource,
        dotenv_settings: PydanticBaseSettingsSource,
        file_secret_settings: PydanticBaseSettingsSource,
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        return init_settings, env_settings, TomlConfigSettingsSource(settings_cls, settings_file())


def settings_file() -> Path:
    """The path of the settings file, which need not exist."""
    chosen = os.environ.get("TENKYO_CONFIG")
    return Path(chosen) if chosen else user_config_path("tenkyo") / "tenkyo.toml"


def read_settings(**given: Any) -> Settings:
    """The settings, with those that the caller gives (and that are not None) before all others.

    Raises TenkyoError, naming the setting and what is allowed.
    """
    try:
        return Settings(**{name: value for name, value in given.items() if value is not None})
    except ValidationError as error:
        first = error.errors()[0]
        name = ".".join(str(part) for part in first["loc"])
        raise TenkyoError(
            f"the setting {name} is wrong: {first['msg']} (from {settings_file()} or the environment)",
            f"設定 {name} が正しくありません：{first['msg']}",
        ) from error
    except ValueError as error:
        raise TenkyoError(
            f"{settings_file()} is not a TOML file: {error}",
            f"設定ファイル {settings_file()} を読めません：{error}",
        ) from error
