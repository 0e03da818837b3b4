"""Makes what has to be there before anything can run, and only what is not there already."""

import contextlib
import fcntl
import hashlib
import site
import sys
import sysconfig
from pathlib import Path

from machine import environment
from settings import ROOT, TOOLS
from steps import step

SAM_VENV = TOOLS / "venv"
CLOUD_VENV = TOOLS / "venv-cloud"
HOST_JAR = ROOT / "local" / "target" / "referralflow-local-1.0.0.jar"
WEB = ROOT / "web"
SITE = WEB / "dist"
_SAM_BUILD = ROOT / ".aws-sam" / "build"
_HERE = ROOT / "local"


class Builds:
    def __init__(self, processes, jdk):
        self._processes = processes
        self._env = environment(
            JAVA_HOME=jdk,
            PATH=f"{jdk / 'bin'}:{environment()['PATH']}",
            SAM_CLI_TELEMETRY="0",
            PIP_DISABLE_PIP_VERSION_CHECK="1",
            npm_config_update_notifier="false",
        )

    def sam_tools(self):
        """The SAM CLI, and the AWS library for this program itself."""
        self._venv(SAM_VENV, "Install the SAM CLI", "requirements.txt", "constraints.txt")

    def cloud_tools(self):
        self._venv(
            CLOUD_VENV, "Install the local cloud", "requirements-cloud.txt", "constraints-cloud.txt"
        )

    def functions(self):
        inputs = [
            ROOT / "template.yaml",
            ROOT / "samconfig.toml",
            ROOT / "functions" / "pom.xml",
            ROOT / "functions" / "src" / "main",
            ROOT / "statemachines",
        ]
        with _once("Build the functions", "functions", inputs, _SAM_BUILD / "template.yaml") as due:
            if due:
                self._run("build-functions", [SAM_VENV / "bin" / "sam", "build"])

    def host(self):
        inputs = [ROOT / "pom.xml", _HERE / "pom.xml", _HERE / "src" / "main"]
        with _once("Build the host of the functions", "host", inputs, HOST_JAR) as due:
            if due:
                # The checks have their own command.
                switches = ["-Dmaven.test.skip=true", "-Dspotless.check.skip", "--projects=local", "--quiet", "-Dstyle.color=never"]
                self._run("build-host", [ROOT / "build" / "mvn", *switches, "package"])

    def web(self):
        lock = WEB / "package-lock.json"
        if not lock.exists():
            return
        with _once("Install the site's parts", "npm", [lock], WEB / "node_modules") as due:
            if due:
                self._run("install-web", ["npm", "ci", "--no-audit", "--no-fund"], WEB)
        inputs = [
            file
            for file in sorted(WEB.iterdir())
            if file.name not in ("node_modules", "dist", "test") and not file.name.startswith(".")
        ]
        inputs.append(ROOT / "openapi.yaml")
        with _once("Build the site", "web", inputs, SITE / "index.html") as due:
            if due:
                self._run("build-web", ["npm", "run", "build"], WEB)

    def _venv(self, folder, title, requirements, constraints):
        inputs = [_HERE / requirements, _HERE / constraints]
        # An environment is made for its place and its Python.
        marks = [str(folder), sys.version, sys.base_prefix]
        with _once(title, folder.name, inputs, folder / "bin" / "pip", marks) as due:
            if due:
                log = f"install-{folder.name}"
                self._run(log, [sys.executable, "-m", "venv", "--clear", folder])
                pip = [folder / "bin" / "pip", "install", "--quiet"]
                self._run(log, [*pip, "-r", inputs[0], "-c", inputs[1]])

    def _run(self, log, command, cwd=ROOT):
        self._processes.run(log, command, cwd, self._env)


def use_sam_tools():
    """Makes the libraries of the SAM CLI's environment this program's own."""
    paths = {"base": str(SAM_VENV), "platbase": str(SAM_VENV)}
    site.addsitedir(sysconfig.get_path("purelib", "posix_prefix", vars=paths))


def artifact():
    """The folder that `sam build` filled: SAM makes one for all functions, under one of their names."""
    return next(path.parents[1] for path in _SAM_BUILD.glob("*/io/referralflow"))


@contextlib.contextmanager
def _once(title, name, inputs, output, marks=()):
    """Says whether it is to be done, one at a time, and remembers from what it was done."""
    stamps = TOOLS / "stamps"
    stamps.mkdir(parents=True, exist_ok=True)
    with open(stamps / f"{name}.lock", "w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        stamp = stamps / name
        now = fingerprint(inputs, marks)
        due = not (output.exists() and stamp.exists() and stamp.read_text() == now)
        with step(title) as note:
            if due:
                stamp.unlink(missing_ok=True)
            else:
                note.add("nothing has changed")
            yield due
        stamp.write_text(now)


def fingerprint(inputs, marks=()):
    """One text for the contents of files and folders."""
    digest = hashlib.sha256("\n".join(marks).encode())
    for file in sorted(_files(inputs)):
        digest.update(f"\n{file.relative_to(ROOT)}\n".encode())
        digest.update(file.read_bytes())
    return digest.hexdigest()


def _files(inputs):
    for path in map(Path, inputs):
        if path.is_dir():
            yield from (file for file in path.rglob("*") if file.is_file())
        elif path.exists():
            yield path
