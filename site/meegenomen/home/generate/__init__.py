"""Pages made up for measuring: as many, as long and as entangled as a site grows to hold."""

from .pages import generate_pages
from .removal import remove_pages

__all__ = ["generate_pages", "remove_pages"]
