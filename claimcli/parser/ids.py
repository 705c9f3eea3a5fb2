"""Short names for what a parse finds: the same for the same article on every machine."""

from __future__ import annotations

from hashlib import blake2b


def short_hash(*parts: str) -> str:
    """Sixteen hexadecimal digits that name the parts: a change in any, or in their order, gives others."""
    return blake2b("\x1f".join(parts).encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()
