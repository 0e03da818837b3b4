"""What a run was asked for: by words on the command line, else by variables, else the usual."""

import argparse
import os
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
TOOLS = ROOT / ".local"
REGION = "eu-west-1"
STACK = "referralflow-local"


@dataclass(frozen=True)
class Settings:
    site_port: int
    cloud_port: int
    host_port: int
    debug_port: int | None
    work: Path
    keep: bool
    company: str | None

    @property
    def cloud(self):
        return f"http://localhost:{self.cloud_port}"

    @property
    def site(self):
        return f"http://localhost:{self.site_port}"

    @property
    def logs(self):
        return self.work / "logs"

    @property
    def data(self):
        return self.work / "cloud"

    @property
    def complete(self):
        """There once a start has come to its end: what is left of half a start is not gone on with."""
        return self.data / "complete"

    @property
    def ready(self):
        return self.work / "ready.json"


def read(arguments=None):
    parser = argparse.ArgumentParser(prog="make run", description="The whole product on this machine.")
    parser.add_argument("--site-port", type=int, default=_number("SITE_PORT", 8080))
    parser.add_argument("--cloud-port", type=int, default=_number("CLOUD_PORT", 4566))
    parser.add_argument("--host-port", type=int, default=_number("HOST_PORT", 8090))
    parser.add_argument("--debug-port", type=int, default=_number("DEBUG_PORT", None))
    parser.add_argument(
        "--work",
        type=Path,
        default=Path(os.environ.get("WORK_DIR") or TOOLS / "run"),
        help="folder for the data and the logs of this run",
    )
    parser.add_argument(
        "--keep",
        action="store_true",
        default=_switch("KEEP", False),
        help="go on with the data and the clock of the last time",
    )
    parser.add_argument(
        "--no-demo",
        dest="demo",
        action="store_false",
        default=_switch("DEMO", True),
        help="start without settings, terms and vacancies",
    )
    parser.add_argument(
        "--company",
        default=os.environ.get("COMPANY") or "demo",
        help="whose settings, terms, vacancies and people to start with: a folder of examples/",
    )
    words = parser.parse_args(arguments)
    return Settings(
        site_port=words.site_port,
        cloud_port=words.cloud_port,
        host_port=words.host_port,
        debug_port=words.debug_port,
        work=words.work.resolve(),
        keep=words.keep,
        company=words.company if words.demo else None,
    )


def _number(name, usual):
    text = os.environ.get(name, "")
    return int(text) if text.isdecimal() else usual


def _switch(name, usual):
    text = os.environ.get(name, "")
    return text not in ("0", "no", "false") if text else usual
