"""Rooms with people in them."""

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
    WIDTH,
    WINDOW,
    Canvas,
)
from meegenomen.home.demo.drawings.things import ground, laptop, nordic, person, plant

BOOKS = (BRICK, SAFFRON, PETROL, PLUM, PETROL_DEEP, BRICK_PALE, PLUM_DEEP, PETROL_PALE)


def library() -> Canvas:
    """Somebody helps at a screen, standing beside and not opposite."""
    canvas = Canvas(MINT)
    for shelf in range(3):
        y = 90 + shelf * 165
        for book in range(17):
            height = 96 + (book * 37 + shelf * 19) % 40
            x = 70 + book * 34
            canvas.rounded(x, y + 140 - height, 27, height, 3, BOOKS[(book * 3 + shelf) % 8])
        canvas.rect(56, y + 140, 610, 14, GROUND)
    canvas.rounded(820, 110, 660, 360, 14, WINDOW)
    canvas.rect(1144, 110, 12, 360, PETROL_PALE)
    canvas.circle(980, 250, 74, SAFFRON)
    person(canvas, 930, 860, coat=PLUM, hair=BRICK, height=520)
    person(canvas, 640, 900, coat=SAFFRON, height=440)
    canvas.rounded(430, 690, 860, 34, 12, BRICK)
    for x in (500, 1190):
        canvas.rect(x, 720, 28, 180, BRICK)
    laptop(canvas, 760, 690, screen=PETROL_PALE)
    plant(canvas, 1180, 692, leaf=PETROL, pot=PLUM_DEEP)
    ground(canvas, 868)
    return canvas


def meeting() -> Canvas:
    canvas = Canvas(SAND)
    canvas.rounded(430, 70, 740, 330, 16, WINDOW)
    for x, top, colour in ((520, 290, PETROL_PALE), (660, 240, PETROL), (800, 190, PLUM),
                           (940, 150, BRICK)):  # fmt: skip
        canvas.rounded(x, top, 96, 370 - top, 6, colour)
    canvas.line([(500, 370), (1100, 370)], 8, GROUND)
    people = ((220, PETROL, GROUND), (480, PLUM, BRICK), (800, BRICK, GROUND),
              (1120, PETROL_DEEP, SAFFRON), (1380, SAFFRON, PLUM_DEEP))  # fmt: skip
    for x, coat, hair in people:
        person(canvas, x, 900, coat=coat, hair=hair, height=430)
    canvas.rounded(80, 690, 1440, 150, 60, PLUM_DEEP)
    canvas.rounded(80, 690, 1440, 60, 30, PLUM)
    for x in (330, 640, 960, 1250):
        canvas.shape([(x, 706), (x + 120, 706), (x + 100, 734), (x - 20, 734)], WINDOW)
    ground(canvas, 840)
    return canvas


def starters() -> Canvas:
    """A place to work for who begins a business."""
    canvas = Canvas(SAND)
    canvas.rounded(130, 90, 430, 340, 14, WINDOW)
    nordic(canvas, 190, 150, 190, 430, colour=BRICK, roof=PLUM_DEEP, columns=2, rows=0)
    nordic(canvas, 360, 150, 230, 430, colour=PETROL, roof=GROUND, columns=2, rows=0)
    for x, drop in ((760, 170), (1040, 120), (1320, 190)):
        canvas.line([(x, 0), (x, drop)], 7, GROUND)
        canvas.shape([(x - 74, drop + 74), (x - 30, drop), (x + 30, drop), (x + 74, drop + 74)],
                     SAFFRON)  # fmt: skip
        canvas.circle(x, drop + 82, 24, SAFFRON_PALE)
    for x, coat, hair in ((740, PLUM, GROUND), (1060, PETROL, BRICK), (1370, BRICK, PLUM_DEEP)):
        person(canvas, x, 900, coat=coat, hair=hair, height=450)
    canvas.rounded(500, 690, 1040, 34, 12, PETROL_DEEP)
    for x in (570, 1440):
        canvas.rect(x, 720, 28, 180, PETROL_DEEP)
    for x, screen in ((740, SAFFRON_PALE), (1060, PLUM_PALE), (1370, PETROL_PALE)):
        laptop(canvas, x, 690, screen=screen)
    plant(canvas, 290, 868, leaf=PETROL, pot=BRICK)
    canvas.rect(0, 868, WIDTH, 32, GROUND)
    return canvas


def at_home() -> Canvas:
    """Somebody with a phone at the kitchen table: care from nearby."""
    canvas = Canvas(ROSE)
    canvas.rounded(150, 110, 420, 380, 14, WINDOW)
    canvas.circle(420, 250, 74, SAFFRON)
    canvas.rect(354, 110, 12, 380, PLUM_PALE)
    person(canvas, 560, 900, coat=PETROL, hair=PLUM_PALE, height=470)
    canvas.rounded(900, 130, 330, 560, 44, GROUND)
    canvas.rounded(924, 170, 282, 480, 18, PAPER)
    for side in (-1, 1):
        canvas.circle(1065 + side * 44, 320, 54, BRICK)
    canvas.shape([(968, 344), (1162, 344), (1065, 460)], BRICK)
    canvas.line([(950, 540), (1010, 540), (1040, 490), (1076, 590), (1110, 540), (1180, 540)],
                12, PETROL)  # fmt: skip
    canvas.rounded(260, 700, 1100, 34, 12, BRICK)
    for x in (330, 1260):
        canvas.rect(x, 730, 28, 170, BRICK)
    plant(canvas, 760, 702, leaf=PETROL, pot=SAFFRON)
    ground(canvas, 868)
    return canvas
