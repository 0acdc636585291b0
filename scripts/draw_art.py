"""Draw the houses of the site as SVG files: uv run --no-project python scripts/draw_art.py.

The drawings are our own. Each file carries its colours for light and dark, so that the browser
keeps one copy of it and a page needs one line of HTML to show it.
"""

from pathlib import Path

TARGET = Path("site/static/art")
PALETTE = {  # name: (light, dark)
    "petrol": ("#2f7a76", "#6bb9b2"),
    "petrol-deep": ("#0e5257", "#8fd8d0"),
    "petrol-pale": ("#b3d2ce", "#2c5656"),
    "brick": ("#a8431c", "#e09a73"),
    "brick-pale": ("#eac3ad", "#5f3c28"),
    "plum": ("#8f4c7e", "#c78fb8"),
    "plum-deep": ("#6a2a5b", "#c78fb8"),
    "plum-pale": ("#dcbcd2", "#573a4f"),
    "saffron": ("#f2b632", "#f2b632"),
    "saffron-pale": ("#ffe59a", "#5b4711"),
    "ground": ("#143b3d", "#0c2526"),
    "paper": ("#faf7f2", "#182321"),
    "window": ("#fffaf0", "#fffaf0"),
}


def number(value: float) -> str:
    return f"{value:.1f}".removesuffix(".0")


def rect(x: float, y: float, width: float, height: float) -> str:
    """A window, as a part of one path: many windows cost few bytes."""
    w, h = number(width), number(height)
    return f"M{number(x)} {number(y)}h{w}v{h}h-{w}z"


def windows(
    x: float,
    y: float,
    width: float,
    columns: int,
    rows: int,
    size: tuple[int, int] = (11, 17),
    step: int = 30,
) -> str:
    gap = (width - columns * size[0]) / (columns + 1)
    return "".join(
        rect(x + gap + column * (size[0] + gap), y + row * step, *size)
        for row in range(rows)
        for column in range(columns)
    )


def shape(path: str, colour: str) -> str:
    return f'<path class="{colour}" d="{path}"/>'


def glass(path: str) -> str:
    return f'<path class="window" opacity=".9" d="{path}"/>'


def door(x: float, width: float, ground: float, colour: str) -> str:
    return shape(f"M{number(x + width / 2 - 9)} {number(ground)}v-26a9 9 0 0 1 18 0v26z", colour)


def sun(x: float, y: float, radius: float, colour: str = "saffron") -> str:
    return f'<circle class="{colour}" cx="{x}" cy="{y}" r="{radius}"/>'


def stepped_gable(
    x: float,
    width: float,
    top: float,
    ground: float,
    colour: str,
    rows: int,
    entrance: str = "ground",
) -> str:
    s = width / 8
    up, wide = number(s * 1.3), number(s)
    outline = (
        f"M{x} {ground}V{number(top + 4 * s)}h{wide}v-{up}h{wide}v-{up}h{wide}v-{number(s * 1.4)}"
        f"h{number(2 * s)}v{number(s * 1.4)}h{wide}v{up}h{wide}v{up}h{wide}V{ground}z"
    )
    panes = rect(x + width / 2 - 6, top + s * 1.6, 12, 15)
    panes += windows(x, top + 4 * s + 16, width, 3, rows)
    return shape(outline, colour) + glass(panes) + door(x, width, ground, entrance)


def neck_gable(
    x: float,
    width: float,
    top: float,
    ground: float,
    colour: str,
    rows: int,
    entrance: str = "ground",
) -> str:
    outline = (
        f"M{x} {ground}V{top + 52}c10 0 16-6 18-22v-18h{width - 36}v18c2 16 8 22 18 22V{ground}z"
        f"M{x + 14} {top + 12}L{number(x + width / 2)} {top - 10}L{x + width - 14} {top + 12}z"
    )
    round_window = f'<circle class="window" cx="{number(x + width / 2)}" cy="{top + 30}" r="6"/>'
    panes = windows(x, top + 68, width, 3, rows)
    return shape(outline, colour) + round_window + glass(panes) + door(x, width, ground, entrance)


def bell_gable(
    x: float,
    width: float,
    top: float,
    ground: float,
    colour: str,
    rows: int,
    entrance: str = "ground",
) -> str:
    half = width / 2
    rise = number(half - 14)
    outline = (
        f"M{x} {ground}V{top + 60}c8 0 12-8 14-24c3-22 12-30 {rise}-36"
        f"c{number(half - 26)} 6 {number(half - 17)} 14 {rise} 36c2 16 6 24 14 24V{ground}z"
    )
    panes = rect(x + half - 6, top + 26, 12, 16)
    panes += windows(x, top + 72, width, 2, rows, size=(13, 18))
    return shape(outline, colour) + glass(panes) + door(x, width, ground, entrance)


def nordic(
    x: float,
    width: float,
    top: float,
    ground: float,
    colour: str,
    roof: str,
    columns: int,
    rows: int,
    entrance: str = "ground",
) -> str:
    half = x + width / 2
    walls = f"M{x} {ground}V{top + 40}h{width}V{ground}z"
    slope = f"M{x - 3} {top + 40}L{x + 9} {top}H{x + width - 9}L{x + width + 3} {top + 40}z"
    dormer = f"M{number(half - 11)} {top + 34}v-14l11-10 11 10v14z"
    panes = rect(half - 4.5, top + 20, 9, 11) + windows(x, top + 54, width, columns, rows)
    return (
        shape(walls, colour)
        + shape(slope, roof)
        + shape(dormer, colour)
        + glass(panes)
        + door(x, width, ground, entrance)
    )


def tower(x: float, width: float, top: float, ground: float, colour: str, roof: str) -> str:
    walls = f"M{x} {ground}V{top}h{width}V{ground}z"
    spire = f"M{x - 6} {top}L{number(x + width / 2)} {top - 44}L{x + width + 6} {top}z"
    panes = windows(x, top + 14, width, 2, 2, size=(8, 14))
    return shape(walls, colour) + shape(spire, roof) + glass(panes)


def pine(x: int, height: int, ground: int, colour: str) -> str:
    a, b, c = (number(height * part) for part in (0.32, 0.14, 0.2))
    d, e, f = (number(height * part) for part in (0.45, 0.4, 0.76))
    tree = f"M{x} {ground - height}l{a} {d}h-{b}l{c} {e}h-{f}l{c}-{e}h-{b}z"
    trunk = f"M{x - 3} {number(ground - height * 0.16)}h6V{ground}h-6z"
    return shape(tree, colour) + shape(trunk, "ground")


def boat(x: int, y: int, hull: str = "plum-deep") -> str:
    parts = (
        shape("M-30 40h58l-9 17h-40z", hull)
        + shape("M-3 36V-34L-28 36z", "window")
        + shape("M2 36V-22l22 58z", "brick-pale")
    )
    return f'<g transform="translate({x} {y})">{parts}</g>'


def luggage_label(x: int, y: int, turn: int, colour: str, text: str) -> str:
    return (
        f'<g transform="translate({x} {y}) rotate({turn})">'
        + shape("M-34-15h48l14 15-14 15h-48a4 4 0 0 1-4-4v-22a4 4 0 0 1 4-4z", colour)
        + '<circle class="paper" cx="15" r="4"/>'
        + f'<text class="label" x="-29" y="6">{text}</text></g>'
    )


def hero() -> str:
    ground = 430
    return (
        '<circle class="saffron-pale" opacity=".8" cx="470" cy="150" r="86"/>'
        '<path class="route" d="M92 118C190 18 400 6 520 92"/>'
        + luggage_label(84, 128, -24, "plum-deep", "NL")
        + luggage_label(540, 106, 28, "petrol-deep", "DK")
        + stepped_gable(10, 84, 196, ground, "brick", 4)
        + neck_gable(98, 74, 232, ground, "petrol-deep", 3, "saffron")
        + bell_gable(176, 70, 214, ground, "plum-deep", 4, "saffron")
        + stepped_gable(250, 66, 262, ground, "saffron", 3, "plum-deep")
        + nordic(384, 78, 196, ground, "saffron", "brick", 3, 5, "petrol-deep")
        + nordic(464, 66, 228, ground, "brick", "ground", 2, 4, "saffron")
        + nordic(532, 84, 184, ground, "petrol", "plum-deep", 3, 5)
        + shape(f"M616 {ground}V262h24V{ground}z", "plum-deep")
        + shape(f"M0 {ground}h640v30H0z", "ground")
        + boat(350, 378)
        + '<path class="water" d="M20 446h60M120 452h90M300 447h130M470 453h70M560 446h60"/>'
    )


GROUND = 150


def scene_street() -> str:
    return (
        sun(238, 52, 26)
        + nordic(18, 62, 34, GROUND, "brick", "ground", 3, 2, "plum-deep")
        + nordic(82, 54, 52, GROUND, "saffron", "plum-deep", 2, 2, "petrol-deep")
        + nordic(138, 66, 26, GROUND, "petrol", "petrol-deep", 3, 3, "saffron")
        + nordic(206, 50, 60, GROUND, "plum-deep", "brick", 2, 2, "saffron")
        + nordic(258, 62, 44, GROUND, "brick-pale", "petrol-deep", 3, 2, "petrol-deep")
    )


def scene_towers() -> str:
    return (
        sun(70, 44, 22)
        + tower(118, 40, 78, GROUND, "plum", "brick")
        + tower(196, 54, 64, GROUND, "plum-deep", "brick")
        + shape(f"M20 {GROUND}V96h98v54zM250 {GROUND}V100h70v50z", "plum-pale")
        + glass(windows(24, 106, 90, 5, 1))
        + tower(40, 34, 92, GROUND, "petrol-deep", "brick")
        + tower(274, 36, 86, GROUND, "petrol-deep", "brick")
    )


def scene_lighthouse() -> str:
    return (
        sun(250, 48, 24)
        + shape("M0 132c60-30 120-30 180-6s100 16 140-4v40H0z", "petrol-pale")
        + pine(46, 92, GROUND, "petrol-deep")
        + pine(92, 70, GROUND, "petrol")
        + pine(286, 80, GROUND, "petrol-deep")
        + pine(252, 58, GROUND, "petrol")
        + shape(f"M150 {GROUND}l6-82h24l6 82z", "window")
        + shape("M152.5 122h31l-1.6-20h-27.8zM154 68h28v-14h-28zM152 54l16-16 16 16z", "brick")
        + sun(168, 61, 4)
    )


def scene_canal() -> str:
    return (
        sun(40, 46, 22)
        + stepped_gable(70, 56, 34, GROUND, "plum-deep", 2, "saffron")
        + neck_gable(130, 54, 50, GROUND, "brick", 1, "petrol-deep")
        + bell_gable(188, 52, 32, GROUND, "petrol-deep", 2, "saffron")
        + stepped_gable(244, 54, 58, GROUND, "saffron", 1, "plum-deep")
        + shape(f"M0 {GROUND}v-34h62v34zM302 {GROUND}v-46h18v46z", "petrol-pale")
    )


def scene_harbour() -> str:
    return (
        sun(160, 56, 30)
        + shape("M0 120c50-22 90-26 140-10s120 6 180-14v60H0z", "plum-pale")
        + nordic(8, 58, 58, GROUND, "petrol", "ground", 2, 1, "saffron")
        + nordic(70, 46, 74, GROUND, "brick", "plum-deep", 2, 1, "saffron")
        + nordic(254, 58, 62, GROUND, "saffron", "brick", 2, 1, "petrol-deep")
        + boat(164, 92)
        + boat(214, 96, "petrol-deep")
    )


SCENES = {
    "street": scene_street,
    "towers": scene_towers,
    "lighthouse": scene_lighthouse,
    "canal": scene_canal,
    "harbour": scene_harbour,
}


def svg(view_box: str, drawing: str, *, extra: str = "") -> str:
    used = [name for name in PALETTE if f'class="{name}"' in drawing]
    light = "".join(f".{name}{{fill:{PALETTE[name][0]}}}" for name in used)
    dark = "".join(
        f".{name}{{fill:{PALETTE[name][1]}}}" for name in used if len(set(PALETTE[name])) > 1
    )
    if "label" in drawing:
        dark += ".label{fill:#06282b}"
    style = f"{light}{extra}@media(prefers-color-scheme:dark){{{dark}}}"
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{view_box}">'
        f"<style>{style}</style>{drawing}</svg>\n"
    )


def main() -> None:
    TARGET.mkdir(exist_ok=True)
    lines = (
        ".route{fill:none;stroke:#2f7a76;stroke-width:4;stroke-dasharray:1 13;stroke-linecap:round}"
        ".water{fill:none;stroke:#b3d2ce;stroke-width:3;stroke-linecap:round;opacity:.55}"
        ".label{font:700 17px system-ui,sans-serif;fill:#fff;letter-spacing:1px}"
    )
    (TARGET / "hero.svg").write_text(svg("0 0 640 460", hero(), extra=lines))
    for name, draw in SCENES.items():
        drawing = draw() + shape(f"M0 {GROUND}h320v12H0z", "ground")
        (TARGET / f"{name}.svg").write_text(svg("0 0 320 160", drawing))


if __name__ == "__main__":
    main()
