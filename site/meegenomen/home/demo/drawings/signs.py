"""Things that stand for an idea: a key, a letter, blocks."""

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
from meegenomen.home.demo.drawings.things import bell, ground, nordic, stepped, windows


def login() -> Canvas:
    """One key, for the bank, the town hall and home."""
    canvas = Canvas(MINT)
    base = 830
    canvas.rect(70, 420, 380, base - 420, PLUM_DEEP)
    canvas.shape([(40, 426), (260, 290), (480, 426)], PLUM)
    for x in (110, 200, 290, 380):
        canvas.rect(x, 470, 34, 300, PAPER)
    nordic(canvas, 1160, 340, 300, base, colour=BRICK, roof=PETROL_DEEP, entrance=SAFFRON)
    canvas.rounded(600, 90, 400, 740, 56, GROUND)
    canvas.rounded(630, 140, 340, 620, 22, PAPER)
    canvas.circle(800, 330, 92, SAFFRON)
    canvas.circle(800, 330, 40, PAPER)
    canvas.rect(780, 410, 40, 240, SAFFRON)
    for y in (540, 610):
        canvas.rect(820, y, 66, 36, SAFFRON)
    canvas.rounded(750, 784, 100, 14, 7, PETROL_PALE)
    for start, end in (((590, 330), (420, 260)), ((1010, 330), (1190, 250))):
        middle = ((start[0] + end[0]) / 2, min(start[1], end[1]) - 90)
        canvas.dots(spaced(curve(start, middle, middle, end), 26), 7, PETROL)
    ground(canvas, base)
    return canvas


def letters() -> Canvas:
    """Post that goes both ways."""
    canvas = Canvas(SAND)
    base = 830
    nordic(canvas, 90, 330, 330, base, colour=PETROL, roof=GROUND, entrance=SAFFRON)
    canvas.rect(1130, 400, 400, base - 400, PLUM_DEEP)
    canvas.shape([(1096, 406), (1330, 260), (1564, 406)], BRICK)
    windows(canvas, 1130, 450, 400, columns=4, rows=3, step=120)
    for x, y, colour, flap in ((560, 210, WINDOW, PETROL_PALE), (760, 480, SAFFRON_PALE, SAFFRON)):
        canvas.rounded(x, y, 280, 180, 12, colour)
        canvas.shape([(x + 6, y + 6), (x + 274, y + 6), (x + 140, y + 110)], flap)
    there = curve((420, 300), (560, 90), (980, 60), (1160, 250))
    back = curve((1110, 720), (980, 800), (620, 790), (450, 690))
    canvas.dots(spaced(there, 34), 8, PETROL)
    canvas.dots(spaced(back, 34), 8, BRICK)
    ground(canvas, base)
    return canvas


def blocks() -> Canvas:
    """Houses that stand on blocks they share."""
    canvas = Canvas(ROSE)
    canvas.circle(1340, 170, 100, SAFFRON)
    base = 560
    stepped(canvas, 160, 250, 150, base, colour=PLUM_DEEP, rows=1, entrance=SAFFRON)
    bell(canvas, 490, 240, 130, base, colour=BRICK, rows=1, entrance=PETROL_DEEP)
    stepped(canvas, 810, 260, 180, base, colour=PETROL, rows=1, entrance=SAFFRON)
    bell(canvas, 1150, 250, 110, base, colour=PETROL_DEEP, rows=1, entrance=BRICK_PALE)
    top = (PETROL_PALE, SAFFRON, PLUM_PALE, PETROL_PALE)
    for place, colour in enumerate(top):
        canvas.rounded(110 + place * 350, base, 330, 116, 14, colour)
    for place, colour in enumerate((BRICK_PALE, PETROL, SAFFRON_PALE)):
        canvas.rounded(110 + place * 467, base + 132, 446, 116, 14, colour)
    for place in range(8):
        canvas.circle(190 + place * 175, base + 58, 22, PAPER)
    ground(canvas, base + 264)
    return canvas


def shared_bill() -> Canvas:
    """A cake that everyone takes a fair part of."""
    canvas = Canvas(MINT)
    canvas.oval(380, 660, 840, 130, PETROL_PALE)
    canvas.rounded(760, 640, 80, 170, 20, PETROL)
    canvas.oval(600, 780, 400, 70, PETROL)
    canvas.rounded(440, 420, 720, 280, 30, BRICK_PALE)
    canvas.rounded(440, 420, 720, 110, 30, SAFFRON)
    for place in range(6):
        canvas.circle(500 + place * 120, 526, 46, SAFFRON)
    for x in (680, 920):
        canvas.rect(x - 5, 420, 10, 280, PAPER)
    for x, colour in ((560, PLUM_DEEP), (800, BRICK), (1040, PETROL_DEEP)):
        canvas.line([(x, 424), (x, 230)], 10, GROUND)
        canvas.shape([(x, 226), (x + 130, 268), (x, 310)], colour)
    canvas.rect(0, 846, 1600, 54, GROUND)
    return canvas


def shopfront() -> Canvas:
    """A business with its own way in."""
    canvas = Canvas(PAPER)
    canvas.circle(260, 200, 110, SAFFRON)
    base = 830
    canvas.rect(400, 180, 800, base - 180, PETROL_DEEP)
    windows(canvas, 400, 220, 800, columns=5, rows=1, pane=(84, 120), colour=WINDOW)
    for part in range(8):
        colour = BRICK if part % 2 else WINDOW
        canvas.rect(360 + part * 110, 390, 110, 90, colour)
        canvas.circle(415 + part * 110, 480, 55, colour)
    canvas.rounded(460, 580, 380, 190, 10, PLUM_PALE)
    for x, colour in ((520, BRICK), (620, SAFFRON), (720, PLUM)):
        canvas.rounded(x, 690, 70, 80, 8, colour)
    canvas.rect(920, 570, 200, base - 570, SAFFRON)
    canvas.rounded(945, 600, 150, 130, 8, WINDOW)
    canvas.circle(1085, 766, 11, GROUND)
    ground(canvas, base)
    return canvas
