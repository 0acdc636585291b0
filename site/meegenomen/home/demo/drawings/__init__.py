"""Drawn pictures, in the manner of the houses on the site. They are our own."""

from .scenes import DRAWINGS

# Pages put "Beeld:" before it.
CREDIT = "Meegenomen (tekening)"

__all__ = ["CREDIT", "DRAWINGS"]
