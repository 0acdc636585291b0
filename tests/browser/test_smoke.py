from playwright.sync_api import Page


def test_the_sign_in_page_of_the_editors_stands_in_its_styles(page: Page) -> None:
    page.goto("/beheer/login/")
    heading = page.get_by_role("heading", level=1)
    assert heading.is_visible()
