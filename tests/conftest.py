import pytest
from meegenomen.home.models import HomePage

from tests.factories import make_site


@pytest.fixture
def site_tree(db: None) -> HomePage:
    """The home page, with every index page below it."""
    return make_site()
