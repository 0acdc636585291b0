"""Drawn pictures, in the manner of the houses on the site. They are our own."""

from .scenes import DRAWINGS

CREDIT = "Tekening: Meegenomen"

__all__ = ["CREDIT", "DRAWINGS"]
