"""What the scenes are put together from: houses, people, boats, trees."""

from meegenomen.home.demo.drawings.canvas import (
    BRICK_PALE,
    GROUND,
    PETROL_PALE,
    SAFFRON,
    WIDTH,
    WINDOW,
    Canvas,
    curve,
)


def sky(canvas: Canvas, x: float, y: float, radius: float = 110) -> None:
    canvas.circle(x, y, radius, SAFFRON)


def ground(canvas: Canvas, y: float = 830) -> None:
    canvas.rect(0, y, WIDTH, 900 - y, GROUND)


def water(canvas: Canvas, y: float = 780) -> None:
    canvas.rect(0, y, WIDTH, 900 - y, GROUND)
    for x, depth, length in (
        (60, 30, 170), (330, 62, 260), (720, 26, 210), (1010, 70, 300), (1390, 38, 150),
    ):  # fmt: skip
        canvas.line([(x, y + depth), (x + length, y + depth)], 7, PETROL_PALE)


def windows(
    canvas: Canvas,
    x: float,
    y: float,
    width: float,
    *,
    columns: int,
    rows: int,
    pane: tuple[float, float] = (40, 62),
    step: float = 108,
    colour: str = WINDOW,
) -> None:
    gap = (width - columns * pane[0]) / (columns + 1)
    for row in range(rows):
        for column in range(columns):
            canvas.rounded(x + gap + column * (pane[0] + gap), y + row * step, *pane, 4, colour)


def door(canvas: Canvas, x: float, width: float, base: float, colour: str) -> None:
    middle = x + width / 2
    canvas.rect(middle - 34, base - 96, 68, 96, colour)
    canvas.circle(middle, base - 96, 34, colour)


def nordic(
    canvas: Canvas,
    x: float,
    width: float,
    top: float,
    base: float,
    *,
    colour: str,
    roof: str,
    columns: int = 3,
    rows: int = 3,
    entrance: str = GROUND,
) -> None:
    """A house with a steep roof and a dormer."""
    canvas.rect(x, top + 150, width, base - top - 150, colour)
    canvas.shape(
        [(x - 12, top + 152), (x + 36, top), (x + width - 36, top), (x + width + 12, top + 152)],
        roof,
    )
    middle = x + width / 2
    canvas.shape(
        [
            (middle - 42, top + 130),
            (middle - 42, top + 76),
            (middle, top + 38),
            (middle + 42, top + 76),
            (middle + 42, top + 130),
        ],
        colour,
    )
    canvas.rounded(middle - 17, top + 78, 34, 42, 3, WINDOW)
    windows(canvas, x, top + 196, width, columns=columns, rows=rows)
    door(canvas, x, width, base, entrance)


def stepped(
    canvas: Canvas,
    x: float,
    width: float,
    top: float,
    base: float,
    *,
    colour: str,
    rows: int = 3,
    entrance: str = GROUND,
) -> None:
    """A Dutch house with a stepped gable."""
    stair = width / 8
    left: list[tuple[float, float]] = [(x, base), (x, top + 4 * stair)]
    for level in range(1, 4):
        left += [
            (x + level * stair, top + (5 - level) * stair - stair * 0.0),
            (x + level * stair, top + (4 - level) * stair),
        ]
    right = [(2 * x + width - px, py) for px, py in reversed(left)]
    canvas.shape(left + right, colour)
    canvas.rounded(x + width / 2 - 20, top + stair * 2.4, 40, 54, 4, WINDOW)
    windows(canvas, x, top + 4 * stair + 56, width, columns=3, rows=rows, step=112)
    door(canvas, x, width, base, entrance)


def bell(
    canvas: Canvas,
    x: float,
    width: float,
    top: float,
    base: float,
    *,
    colour: str,
    rows: int = 3,
    entrance: str = GROUND,
) -> None:
    """A Dutch house with a bell gable."""
    middle = x + width / 2
    left = [
        (x, base),
        *curve((x, top + 220), (x + 36, top + 200), (x + 46, top + 150), (x + 54, top + 110)),
        *curve((x + 54, top + 110), (x + 62, top + 20), (middle - 50, top), (middle, top - 6)),
    ]
    right = [(2 * x + width - px, py) for px, py in reversed(left)]
    canvas.shape(left + right, colour)
    canvas.rounded(middle - 22, top + 84, 44, 60, 4, WINDOW)
    windows(canvas, x, top + 256, width, columns=2, rows=rows, pane=(48, 64), step=112)
    door(canvas, x, width, base, entrance)


def boat(canvas: Canvas, x: float, y: float, *, hull: str, size: float = 1) -> None:
    """Its waterline stands at `y`."""

    def at(*points: tuple[float, float]) -> list[tuple[float, float]]:
        return [(x + px * size, y + py * size) for px, py in points]

    canvas.shape(at((-110, -56), (110, -56), (74, 8), (-74, 8)), hull)
    canvas.shape(at((-8, -66), (-8, -330), (-104, -66)), WINDOW)
    canvas.shape(at((8, -66), (8, -280), (90, -66)), BRICK_PALE)


def person(
    canvas: Canvas,
    x: float,
    y: float,
    *,
    coat: str,
    skin: str = BRICK_PALE,
    hair: str = GROUND,
    height: float = 300,
) -> None:
    """Stands with the feet at `y`; cut off by a table in front when sitting."""
    head = height * 0.14
    shoulder = y - height * 0.68
    canvas.rounded(x - height * 0.19, shoulder, height * 0.38, height * 0.68, height * 0.16, coat)
    canvas.circle(x, shoulder - head * 0.95, head, skin)
    canvas.shape(
        [
            *curve(
                (x - head, shoulder - head * 1.05),
                (x - head, shoulder - head * 2.5),
                (x + head, shoulder - head * 2.5),
                (x + head, shoulder - head * 1.05),
            ),
            *curve(
                (x + head, shoulder - head * 1.05),
                (x + head * 0.6, shoulder - head * 1.7),
                (x - head * 0.4, shoulder - head * 1.7),
                (x - head, shoulder - head * 1.05),
            ),
        ],
        hair,
    )


def plant(canvas: Canvas, x: float, y: float, *, leaf: str, pot: str) -> None:
    for turn in (-1, -0.35, 0.35, 1):
        tip = (x + turn * 90, y - 190 + abs(turn) * 60)
        canvas.shape(
            [
                *curve((x, y - 60), (x + turn * 10 - 40, y - 130), (tip[0] - 30, tip[1]), tip),
                *curve(tip, (tip[0] + 30, tip[1] + 30), (x + turn * 30 + 30, y - 100), (x, y - 60)),
            ],
            leaf,
        )
    canvas.shape([(x - 52, y - 74), (x + 52, y - 74), (x + 38, y), (x - 38, y)], pot)


def laptop(canvas: Canvas, x: float, y: float, *, screen: str) -> None:
    """Its foot stands at `y`, centred on `x`; seen from behind the reader's shoulder."""
    canvas.rounded(x - 110, y - 150, 220, 146, 12, GROUND)
    canvas.rounded(x - 98, y - 138, 196, 122, 6, screen)
    canvas.rounded(x - 140, y - 12, 280, 14, 7, GROUND)
