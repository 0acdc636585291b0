"""Streets, water and what goes over it."""

from meegenomen.home.demo.drawings.canvas import (
    BRICK,
    BRICK_PALE,
    GROUND,
    MINT,
    PAPER,
    PETROL,
    PETROL_DEEP,
    PETROL_PALE,
    PLUM,
    PLUM_DEEP,
    PLUM_PALE,
    ROSE,
    SAFFRON,
    SAFFRON_PALE,
    SAND,
    WINDOW,
    Canvas,
    curve,
    spaced,
)
from meegenomen.home.demo.drawings.things import (
    bell,
    boat,
    ground,
    nordic,
    person,
    sky,
    stepped,
    water,
    windows,
)


def copenhagen() -> Canvas:
    canvas = Canvas(ROSE)
    sky(canvas, 1130, 200)
    base = 760
    nordic(canvas, 40, 300, 190, base, colour=BRICK, roof=GROUND, entrance=PLUM_DEEP)
    nordic(canvas, 360, 240, 270, base, colour=SAFFRON, roof=PLUM_DEEP, columns=2, rows=2,
           entrance=PETROL_DEEP)  # fmt: skip
    nordic(canvas, 620, 310, 120, base, colour=PETROL, roof=PETROL_DEEP, rows=4, entrance=SAFFRON)
    nordic(canvas, 950, 250, 320, base, colour=PLUM_DEEP, roof=BRICK, columns=2, rows=2,
           entrance=SAFFRON)  # fmt: skip
    nordic(canvas, 1220, 320, 230, base, colour=BRICK_PALE, roof=PETROL_DEEP, entrance=PETROL)
    water(canvas, base)
    boat(canvas, 480, 820, hull=PLUM_DEEP, size=0.8)
    boat(canvas, 1190, 840, hull=BRICK, size=0.7)
    return canvas


def bridge() -> Canvas:
    """The bridge from Denmark to Sweden."""
    canvas = Canvas(MINT)
    sky(canvas, 800, 330, 150)
    deck = 560
    for middle in (520, 1080):
        for foot in range(70, 280, 50):
            for side in (-1, 1):
                canvas.line([(middle, 150 + foot * 0.55), (middle + side * foot, deck)], 5, PETROL)
        canvas.rect(middle - 16, 110, 32, 700, PETROL_DEEP)
    canvas.line(
        [(-20, deck + 60), (250, deck + 6), (1350, deck + 6), (1620, deck + 60)], 26, GROUND
    )
    for x in (180, 800, 1420):
        canvas.rect(x - 12, deck, 24, 260, PETROL_DEEP)
    for x, colour in ((330, BRICK), (640, SAFFRON), (930, PLUM)):
        canvas.rounded(x, deck - 40, 92, 36, 14, colour)
        canvas.rounded(x + 16, deck - 60, 54, 34, 12, colour)
        canvas.rounded(x + 24, deck - 53, 38, 18, 5, WINDOW)
        canvas.dots([(x + 22, deck - 4), (x + 70, deck - 4)], 11, GROUND)
    water(canvas, 770)
    boat(canvas, 800, 812, hull=PLUM_DEEP, size=0.75)
    return canvas


def canal() -> Canvas:
    canvas = Canvas(SAND)
    sky(canvas, 250, 190)
    base = 750
    canvas.rect(0, 470, 190, base - 470, PETROL_PALE)
    stepped(canvas, 190, 290, 150, base, colour=PLUM_DEEP, entrance=SAFFRON)
    bell(canvas, 500, 250, 210, base, colour=PETROL_DEEP, rows=2, entrance=SAFFRON)
    stepped(canvas, 770, 280, 260, base, colour=SAFFRON, rows=2, entrance=PLUM_DEEP)
    bell(canvas, 1070, 270, 140, base, colour=BRICK, entrance=PETROL_DEEP)
    canvas.rect(1360, 420, 240, base - 420, BRICK_PALE)
    windows(canvas, 1360, 470, 240, columns=2, rows=2)
    water(canvas, base)
    boat(canvas, 1330, 830, hull=PETROL, size=0.7)
    return canvas


def one_door() -> Canvas:
    """One door to the street, and many rooms behind it."""
    canvas = Canvas(PAPER)
    sky(canvas, 1370, 190)
    base = 830
    canvas.rect(280, 250, 1040, base - 250, PETROL_DEEP)
    canvas.shape([(240, 260), (800, 70), (1360, 260)], BRICK)
    canvas.circle(800, 180, 42, WINDOW)
    colours = (SAFFRON, PLUM_PALE, PETROL_PALE, BRICK_PALE, WINDOW)
    for row in range(2):
        for column in range(7):
            x = 330 + column * 138
            canvas.rounded(x, 310 + row * 150, 96, 110, 6, colours[(column + 2 * row) % 5])
    for x in (330, 468, 1020, 1158):
        canvas.rounded(x, 610, 96, 110, 6, colours[(x // 100) % 5])
    canvas.rect(660, base - 190, 280, 190, SAFFRON)
    canvas.circle(800, base - 190, 140, SAFFRON)
    canvas.rect(690, base - 180, 220, 180, PLUM_DEEP)
    canvas.circle(800, base - 180, 110, PLUM_DEEP)
    canvas.circle(875, base - 95, 11, SAFFRON)
    ground(canvas, base)
    person(canvas, 520, base + 20, coat=PLUM, height=250)
    person(canvas, 590, base + 20, coat=SAFFRON, height=160)
    return canvas


def moving() -> Canvas:
    canvas = Canvas(MINT)
    sky(canvas, 1330, 190)
    base = 800
    nordic(canvas, 110, 380, 190, base, colour=BRICK, roof=PLUM_DEEP, entrance=SAFFRON)
    canvas.rounded(760, 400, 470, 310, 20, PETROL)
    canvas.shape([(1230, 480), (1350, 480), (1440, 590), (1440, 710), (1230, 710)], PETROL_DEEP)
    canvas.shape([(1264, 510), (1338, 510), (1398, 590), (1264, 590)], WINDOW)
    canvas.rect(760, 690, 690, 46, GROUND)
    for x in (890, 1320):
        canvas.circle(x, 740, 66, GROUND)
        canvas.circle(x, 740, 30, PETROL_PALE)
    boxes = ((540, 690, 130, SAFFRON), (560, 585, 104, BRICK_PALE), (660, 720, 84, PLUM_PALE))
    for x, y, size, colour in boxes:
        canvas.rounded(x, y, size, base + 6 - y if y > 600 else size, 6, colour)
        canvas.rect(x + size * 0.42, y, size * 0.16, size * 0.34, PAPER)
    ground(canvas, base)
    return canvas


def mobile_team() -> Canvas:
    canvas = Canvas(ROSE)
    sky(canvas, 230, 190)
    base = 800
    nordic(canvas, 1200, 330, 250, base, colour=PETROL_PALE, roof=PETROL_DEEP, columns=2,
           entrance=BRICK)  # fmt: skip
    canvas.rounded(420, 330, 560, 380, 40, SAFFRON)
    canvas.rounded(470, 390, 250, 150, 12, WINDOW)
    canvas.rounded(790, 390, 150, 310, 12, PLUM_DEEP)
    canvas.rounded(815, 420, 100, 110, 8, PETROL_PALE)
    canvas.shape([(420, 350), (420, 250), (760, 250), (760, 350)], BRICK)
    for part in range(4):
        canvas.shape(
            [(420 + part * 85, 250), (462 + part * 85, 250), (462 + part * 85, 350),
             (420 + part * 85, 350)],
            PAPER,
        )  # fmt: skip
    for x in (540, 860):
        canvas.circle(x, 725, 76, GROUND)
        canvas.circle(x, 725, 34, PETROL_PALE)
    ground(canvas, base)
    person(canvas, 1070, base + 20, coat=PETROL, height=290)
    person(canvas, 330, base + 20, coat=PLUM, hair=BRICK, height=270)
    return canvas


def milestones() -> Canvas:
    """A road with a flag for each plan."""
    canvas = Canvas(SAND)
    sky(canvas, 1330, 200, 130)
    canvas.shape([(0, 900), (0, 620), *curve((0, 620), (400, 480), (800, 640), (1600, 430)),
                  (1600, 900)], PETROL_PALE)  # fmt: skip
    canvas.shape([(0, 900), (0, 760), *curve((0, 760), (500, 640), (1000, 830), (1600, 640)),
                  (1600, 900)], PETROL)  # fmt: skip
    road = curve((120, 880), (500, 700), (900, 840), (1480, 470))
    canvas.dots(spaced(road, 44), 11, SAFFRON_PALE)
    for place, colour in ((4, BRICK), (14, PLUM), (24, SAFFRON), (35, PLUM_DEEP)):
        x, y = road[place]
        canvas.line([(x, y), (x, y - 210)], 12, GROUND)
        canvas.shape([(x, y - 212), (x + 150, y - 166), (x, y - 120)], colour)
    return canvas
