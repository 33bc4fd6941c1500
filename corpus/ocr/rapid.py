"""RapidOCR's detector and recogniser (PP-OCRv6, ONNX); their weights are in its wheel, nothing is fetched."""

import hashlib
import importlib.util
import math
from importlib import metadata
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from corpus.ocr.decoding import DecodedLine, JapaneseDecoder
from corpus.ocr.directions import FIRST_CORNER, Lie, Pixels, set_level, straightened
from corpus.ocr.lying import read_lying
from corpus.ocr.small_minus import with_small_minus
from corpus.ocr.types import OcrLine, OcrUnavailable, Quad

_DETECTOR = "PP-OCRv6_det_small.onnx"
_RECOGNISER = "PP-OCRv6_rec_small.onnx"
_DETECTION_SIDE = 2000
"""Pixels of the longer side that the detector looks at; the recogniser sees the whole picture."""
_THINNEST = 20
"""A picture whose shorter side has fewer pixels than this before the detector holds no line."""
_LINE_HEIGHT = 48
_NARROWEST = 160
_MARGIN = 64
"""Right of a line: without one the recogniser loses characters at the line's end."""
_WIDEST = 4800
_FLOOR = 0.5
"""A line below this confidence is a stain or a stamp, not text."""


class RapidEngine:
    """Reads Japanese with RapidOCR's models, on `threads` threads. Raises OcrUnavailable where it is not
    installed."""

    def __init__(self, threads: int = 1) -> None:
        detector, recogniser = _model_paths()
        import cv2
        import onnxruntime
        import rapidocr

        self._detector: Any = rapidocr.RapidOCR(
            params={
                "Global.log_level": "critical",
                "Global.use_cls": False,
                "Global.use_rec": False,
                "Global.max_side_len": _DETECTION_SIDE,
                "Det.model_path": str(detector),
                "EngineConfig.onnxruntime.intra_op_num_threads": threads,
                "EngineConfig.onnxruntime.inter_op_num_threads": 1,
            }
        )
        cv2.setNumThreads(threads)
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = threads
        options.inter_op_num_threads = 1
        options.enable_cpu_mem_arena = False
        options.log_severity_level = 4
        self._recogniser: Any = onnxruntime.InferenceSession(
            str(recogniser), sess_options=options, providers=["CPUExecutionProvider"]
        )
        self._input = self._recogniser.get_inputs()[0].name
        letters = self._recogniser.get_modelmeta().custom_metadata_map["character"].split("\n")
        self._decode = JapaneseDecoder(["", *letters, " "])

    def __call__(self, image: Image.Image) -> tuple[OcrLine, ...]:
        """The lines of the picture, in no promised order; none where it is too thin for letters."""
        if min(image.size) * min(1, _DETECTION_SIDE / max(image.size)) < _THINNEST:
            return ()
        pixels: Pixels = np.asarray(image.convert("RGB"))[:, :, ::-1].copy()
        found = self._detector(pixels)
        if getattr(found, "boxes", None) is None:
            return ()
        pictures = [straightened(pixels, box) for box in found.boxes]
        read = read_lying(pictures, self._recognise)
        lines = (
            _line(box, with_small_minus(set_level(picture, lie), decoded), lie)
            for box, picture, (decoded, lie) in zip(found.boxes, pictures, read, strict=True)
        )
        return tuple(line for line in lines if line is not None)

    def _recognise(self, line: Pixels) -> DecodedLine:
        import cv2

        height, width = line.shape[:2]
        scaled = min(max(math.ceil(_LINE_HEIGHT * width / height), 1), _WIDEST)
        picture = cv2.resize(line, (scaled, _LINE_HEIGHT)).astype(np.float32).transpose(2, 0, 1) / 127.5 - 1
        padded = np.zeros((1, 3, _LINE_HEIGHT, max(scaled + _MARGIN, _NARROWEST)), dtype=np.float32)
        padded[0, :, :, :scaled] = picture
        decoded = self._decode(self._recogniser.run(None, {self._input: padded})[0][0])
        share = padded.shape[3] / scaled
        return DecodedLine(
            decoded.text, decoded.probabilities, tuple(min(centre * share, 1.0) for centre in decoded.centres)
        )


def _line(box: NDArray[np.float32], decoded: DecodedLine, lie: Lie) -> OcrLine | None:
    """The line that was read in a box; None for a stain."""
    if decoded.confidence < _FLOOR:
        return None
    points = [(float(x), float(y)) for x, y in box]
    first = FIRST_CORNER[lie]
    corners: Quad = (points[first], points[first - 3], points[first - 2], points[first - 1])
    return OcrLine(decoded.text, decoded.confidence, corners, decoded.probabilities, decoded.centres)


def rapid_fingerprint() -> str:
    """The packages' versions and a hash of the models. Raises OcrUnavailable."""
    digest = hashlib.sha256()
    for path in _model_paths():
        digest.update(path.read_bytes())
    versions = "+".join(f"{name}-{metadata.version(name)}" for name in ("rapidocr", "onnxruntime"))
    return f"{versions}+{digest.hexdigest()[:16]}"


def _model_paths() -> tuple[Path, Path]:
    """The detector's and the recogniser's files."""
    for package in ("rapidocr", "onnxruntime"):
        if importlib.util.find_spec(package) is None:
            raise OcrUnavailable(
                f"OCR needs the packages rapidocr and onnxruntime; {package} is not installed"
            )
    found = importlib.util.find_spec("rapidocr")
    folder = Path(found.origin or "").parent / "models" if found is not None else Path()
    absent = [name for name in (_DETECTOR, _RECOGNISER) if not (folder / name).is_file()]
    if absent:
        raise OcrUnavailable(f"this version of rapidocr comes without its models {', '.join(absent)}")
    return folder / _DETECTOR, folder / _RECOGNISER
