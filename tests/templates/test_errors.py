import pytest
from django.template.loader import render_to_string


@pytest.mark.parametrize("name", ["400.html", "500.html"])
def test_an_error_page_needs_neither_a_request_nor_a_database(name):
    html = render_to_string(name)

    assert html.count("<h1") == 1
    assert 'href="/"' in html
