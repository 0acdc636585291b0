"""A sheet to draw on, in units of a picture of 1600 by 900."""

import math
from collections.abc import Iterable, Sequence
from io import BytesIO
from itertools import pairwise

from PIL import Image, ImageDraw

WIDTH, HEIGHT = 1600, 900
# Drawn twice as large and made smaller again, so that slanting edges come out smooth.
SCALE = 2

Point = tuple[float, float]

PETROL, PETROL_DEEP, PETROL_PALE = "#2f7a76", "#0e5257", "#b3d2ce"
BRICK, BRICK_PALE = "#a8431c", "#eac3ad"
PLUM, PLUM_DEEP, PLUM_PALE = "#8f4c7e", "#6a2a5b", "#dcbcd2"
SAFFRON, SAFFRON_PALE = "#f2b632", "#ffe59a"
GROUND, PAPER, WINDOW = "#143b3d", "#faf7f2", "#fffaf0"
ROSE, MINT, SAND = "#f3e2ee", "#e3f0ee", "#fbeedd"


class Canvas:
    def __init__(self, background: str) -> None:
        self._image = Image.new("RGB", (WIDTH * SCALE, HEIGHT * SCALE), background)
        self._draw = ImageDraw.Draw(self._image)

    def rect(self, x: float, y: float, width: float, height: float, colour: str) -> None:
        self.rounded(x, y, width, height, 0, colour)

    def rounded(
        self, x: float, y: float, width: float, height: float, radius: float, colour: str
    ) -> None:
        box = (x * SCALE, y * SCALE, (x + width) * SCALE - 1, (y + height) * SCALE - 1)
        self._draw.rounded_rectangle(box, radius * SCALE, fill=colour)

    def circle(self, x: float, y: float, radius: float, colour: str) -> None:
        self.oval(x - radius, y - radius, 2 * radius, 2 * radius, colour)

    def oval(self, x: float, y: float, width: float, height: float, colour: str) -> None:
        box = (x * SCALE, y * SCALE, (x + width) * SCALE, (y + height) * SCALE)
        self._draw.ellipse(box, fill=colour)

    def shape(self, points: Iterable[Point], colour: str) -> None:
        self._draw.polygon([(x * SCALE, y * SCALE) for x, y in points], fill=colour)

    def line(self, points: Sequence[Point], width: float, colour: str) -> None:
        scaled = [(x * SCALE, y * SCALE) for x, y in points]
        self._draw.line(scaled, fill=colour, width=round(width * SCALE), joint="curve")
        for x, y in (points[0], points[-1]):
            self.circle(x, y, width / 2, colour)

    def dots(self, points: Iterable[Point], radius: float, colour: str) -> None:
        for x, y in points:
            self.circle(x, y, radius, colour)

    def png(self) -> bytes:
        file = BytesIO()
        self._image.reduce(SCALE).save(file, "PNG")
        return file.getvalue()


def curve(start: Point, first: Point, second: Point, end: Point, *, parts: int = 40) -> list[Point]:
    """Points on a cubic Bézier curve."""
    return [
        (
            _along(start[0], first[0], second[0], end[0], step / parts),
            _along(start[1], first[1], second[1], end[1], step / parts),
        )
        for step in range(parts + 1)
    ]


def _along(a: float, b: float, c: float, d: float, t: float) -> float:
    s = 1 - t
    return s**3 * a + 3 * s**2 * t * b + 3 * s * t**2 * c + t**3 * d


def spaced(points: Sequence[Point], distance: float) -> list[Point]:
    """Points along a line at an even distance, for a dotted route."""
    found, since = [points[0]], 0.0
    for before, after in pairwise(points):
        since += math.dist(before, after)
        if since >= distance:
            found.append(after)
            since = 0.0
    return found
