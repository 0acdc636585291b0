"""Two ways to use a page, with the same words for both."""

from contextlib import suppress
from pathlib import Path
from typing import Protocol

from playwright.sync_api import Locator, Page, expect
from playwright.sync_api import TimeoutError as TookTooLong

MOST_STOPS = 250
MOST_PRESSES = 3
SOON = 4_000  # milliseconds
# What has the focus is on the screen, with a line around it, around what stands for it, or around
# the card or the field that it lies in.
SEEN = """element => {
    const drawn = [element];
    if (element.nextElementSibling) drawn.push(element.nextElementSibling);
    for (let part = element; part && part.tagName !== "MAIN"; part = part.parentElement) {
        drawn.push(part);
    }
    const marked = drawn.some(part => {
        const {outlineStyle, outlineWidth} = getComputedStyle(part);
        return outlineStyle !== "none" && parseFloat(outlineWidth) >= 2;
    });
    const {top, bottom, left, right} = element.getBoundingClientRect();
    return marked && bottom > 0 && right > 0 && top < innerHeight && left < innerWidth;
}"""


class Hands(Protocol):
    def press(self, target: Locator) -> None: ...
    def write(self, field: Locator, text: str) -> None: ...
    def tick(self, choice: Locator) -> None: ...
    def pick(self, field: Locator, option: str) -> None: ...
    def attach(self, field: Locator, file: Path) -> None: ...


class Mouse:
    """Clicks."""

    def __init__(self, page: Page) -> None:
        self.page = page

    def press(self, target: Locator) -> None:
        target.click()

    def write(self, field: Locator, text: str) -> None:
        field.click()
        field.fill(text)

    def tick(self, choice: Locator) -> None:
        choice.check()

    def pick(self, field: Locator, option: str) -> None:
        field.select_option(label=option)

    def attach(self, field: Locator, file: Path) -> None:
        field.set_input_files(file)


class Keyboard:
    """Tab, Enter, Space, arrows and letters; and always sees where it is."""

    def __init__(self, page: Page) -> None:
        self.page = page
        # From the beginning: a key must not overtake the order to hand its dialog over.
        page.on("filechooser", lambda _: None)

    def press(self, target: Locator) -> None:
        self._reach(target)
        self.page.keyboard.press("Enter")

    def write(self, field: Locator, text: str) -> None:
        self._reach(field)
        self.page.keyboard.type(text)
        expect(field).to_have_value(text)

    def tick(self, choice: Locator) -> None:
        if choice.get_attribute("type") == "radio":
            self._reach(choice.locator("xpath=ancestor::fieldset[1]").get_by_role("radio").first)
            self.page.keyboard.press("Space")
            while not choice.is_checked():
                self.page.keyboard.press("ArrowDown")
        else:
            self._reach(choice)
            self.page.keyboard.press("Space")
        expect(choice).to_be_checked()

    def pick(self, field: Locator, option: str) -> None:
        self._reach(field)
        chosen = field.locator("option:checked")
        # Chromium forgets after a second what was typed in a list, so on a busy machine it can take
        # the end of a word for another one; who sees that types again.
        for _ in range(MOST_PRESSES):
            self.page.keyboard.type(option)
            with suppress(AssertionError):
                expect(chosen).to_have_text(option, timeout=SOON)
                break
        expect(chosen).to_have_text(option)

    def attach(self, field: Locator, file: Path) -> None:
        self._reach(field)
        # With both cores busy Chromium has let this key pass without a dialog, once in many runs;
        # who sees none presses again.
        for _ in range(MOST_PRESSES):
            with suppress(TookTooLong):
                with self.page.expect_file_chooser(timeout=SOON) as chooser:
                    self.page.keyboard.press("Space")
                chooser.value.set_files(file)
                return
        raise AssertionError(f"{MOST_PRESSES} times Space opens no dialog for {field}")

    def _reach(self, target: Locator) -> None:
        expect(target).to_be_visible()
        for _ in range(MOST_STOPS):
            self.page.keyboard.press("Tab")
            if target.evaluate("element => element === document.activeElement"):
                assert target.evaluate(SEEN), f"nothing shows that the focus is on {target}"
                return
        raise AssertionError(f"{MOST_STOPS} times Tab does not lead to {target}")
