"""Which number format this processor computes fastest in."""

import torch

FAST_BFLOAT16 = ("avx512_bf16", "amx_bf16")


def fastest_dtype() -> torch.dtype:
    """bfloat16 on a processor with instructions for it, float32 on any other (there it would be slower)."""
    capabilities = torch.cpu.get_capabilities()
    return torch.bfloat16 if any(capabilities.get(name) for name in FAST_BFLOAT16) else torch.float32
