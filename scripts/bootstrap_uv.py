#!/usr/bin/env python3
"""Print the path of a usable uv; fetch one into var/ when the machine has none.

A fresh Debian has Python without pip and without venv, so this uses the standard library
alone: it takes the wheel of uv from the package index, checks it against the checksum below
and keeps the one binary in it. The messages go to stderr, the path to stdout.
"""

import hashlib
import io
import json
import os
import platform
import re
import shutil
import ssl
import subprocess
import sys
import urllib.error
import urllib.parse
import urllib.request
import zipfile
from contextlib import suppress
from http.client import HTTPException
from pathlib import Path

OLDEST = (0, 13)
VERSION = "0.13.9"
INDEX = "https://pypi.org/simple"
MOST_TRIES = 3
# The wheels of VERSION, as the index lists them: (system, machine) -> platform tag, sha256.
WHEELS = {
    ("Linux", "x86_64"): (
        "manylinux_2_17_x86_64.manylinux2014_x86_64",
        "d7f459fe4fd247d830351c75686d3996ace3c6f3f728eb0e85a30b7ada0cef19",
    ),
    ("Linux", "aarch64"): (
        "manylinux_2_28_aarch64",
        "ecb6028d79dc96fbeafffe5c8af62a7099487ebc05a701e76714eebcffd06375",
    ),
    ("Darwin", "x86_64"): (
        "macosx_10_12_x86_64",
        "c16ed11e013557536b3e60065f1b912f6407bd6518e041b961e23ef9e6b4fbf5",
    ),
    ("Darwin", "arm64"): (
        "macosx_11_0_arm64",
        "66c512266d633bef48384a1f53003f41f2a8e7b36fe6e7fbfd3e0fd52d96fa63",
    ),
}
OWN_UV = Path(__file__).resolve().parents[1] / "var" / "uv" / "uv"


def main() -> None:
    uv = shutil.which("uv")
    if uv and version_of(uv) >= OLDEST:
        print(uv)
        return
    if version_of(str(OWN_UV)) < OLDEST:
        fetch(OWN_UV)
    print(OWN_UV)


def version_of(uv: str) -> tuple[int, ...]:
    """The first two numbers of its version; (0, 0) when it does not run."""
    try:
        run = subprocess.run([uv, "--version"], capture_output=True, text=True, check=True)
    except (OSError, subprocess.CalledProcessError):
        return (0, 0)
    found = re.match(r"uv (\d+)\.(\d+)", run.stdout)
    return (int(found[1]), int(found[2])) if found else (0, 0)


def fetch(target: Path) -> None:
    system = (platform.system(), platform.machine())
    if system not in WHEELS:
        sys.exit(f"No uv is known here for {' '.join(system)}: install uv {VERSION} yourself.")
    tag, sha256 = WHEELS[system]
    wheel = f"uv-{VERSION}-py3-none-{tag}.whl"
    print(f"Fetching uv {VERSION} into {target.parent} ...", file=sys.stderr)
    try:
        content = read(address_of(wheel))
    except urllib.error.URLError as error:
        sys.exit(f"The package index does not answer: {error.reason}")
    if hashlib.sha256(content).hexdigest() != sha256:
        sys.exit(f"{wheel} is not the file it should be: its checksum differs.")
    target.parent.mkdir(parents=True, exist_ok=True)
    # Under another name first: a run that is cut off leaves no half program behind.
    part = target.with_suffix(".part")
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        part.write_bytes(archive.read(f"uv-{VERSION}.data/scripts/uv"))
    part.chmod(0o755)
    part.replace(target)


def address_of(wheel: str) -> str:
    """Where the index keeps this wheel; an index answers in JSON (PEP 691) or in HTML (PEP 503)."""
    page = os.environ.get("PIP_INDEX_URL", INDEX).rstrip("/") + "/uv/"
    listing = read(page, accept="application/vnd.pypi.simple.v1+json, text/html;q=0.5").decode()
    if listing.lstrip().startswith("{"):
        links: list[str] = [file["url"] for file in json.loads(listing)["files"]]
    else:
        links = re.findall(r'href="([^"#]+)', listing)
    for link in links:
        if link.rpartition("/")[2] == wheel:
            return urllib.parse.urljoin(page, link)
    sys.exit(f"The package index has no {wheel}.")


def read(address: str, accept: str = "*/*") -> bytes:
    """A connection may break off now and then; what the last try raises is raised."""
    for _ in range(MOST_TRIES - 1):
        with suppress(OSError, HTTPException):
            return read_once(address, accept)
    return read_once(address, accept)


def read_once(address: str, accept: str) -> bytes:
    # Only the certificates come from pip's setting; proxies and SSL_CERT_FILE Python reads itself.
    context = ssl.create_default_context(cafile=os.environ.get("PIP_CERT"))
    request = urllib.request.Request(address, headers={"Accept": accept})
    with urllib.request.urlopen(request, timeout=60, context=context) as answer:
        return bytes(answer.read())


if __name__ == "__main__":
    main()
