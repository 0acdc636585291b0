from pathlib import Path

import pytest
from django.conf import LazySettings
from django.test import Client


@pytest.fixture(autouse=True)
def media(tmp_path: Path, settings: LazySettings) -> Path:
    settings.MEDIA_ROOT = tmp_path
    for folder in ("images", "original_images", "documents"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "foto.webp").write_bytes(b"RIFF")
    return tmp_path


def test_a_picture_goes_out_to_be_kept(client: Client) -> None:
    response = client.get("/media/images/foto.webp")
    assert response.getvalue() == b"RIFF"
    assert response["Content-Type"] == "image/webp"
    assert response["X-Content-Type-Options"] == "nosniff"
    assert "immutable" in response["Cache-Control"]


@pytest.mark.django_db
@pytest.mark.parametrize(
    "path",
    [
        "original_images/foto.webp",
        "documents/foto.webp",
        "images/../documents/foto.webp",
        "images/%2e%2e/documents/foto.webp",
        "images/..%2fdocuments%2ffoto.webp",
        "images//etc/passwd",
        "images/",
        "images/weg.webp",
        "images/%00",
    ],
)
def test_nothing_else_goes_out(client: Client, path: str) -> None:
    assert client.get(f"/media/{path}").status_code in {400, 404}
