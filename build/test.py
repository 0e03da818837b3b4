"""Runs every test there is, and says at the end how many passed and how many failed.

Each step runs even when one before it failed, so that one run shows all that is wrong. What is not
Java is checked while Java's unit tests run, and the tests are tested (the mutation gate) while what
shares the deployed stack waits for it; what they print is shown when they are done. The counts are
read from the reports that the test runners write; a step that fails without a failed test in its
reports (a compile error, say) counts as one failure.
"""

import dataclasses
import hashlib
import os
import shutil
import subprocess
import sys
import threading
import time
import xml.etree.ElementTree as ElementTree
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".local" / "venv-tests"
WEB = ROOT / "web"
ASL = ROOT / "tests" / "asl"
WEB_REPORT = ROOT / ".local" / "reports" / "web.xml"
LOCAL_REPORT = ROOT / ".local" / "reports" / "local.xml"
UNIT_TESTS = "*/target/surefire-reports/TEST-*.xml"
INTEGRATION_TESTS = "*/target/failsafe-reports/TEST-*.xml"
REPORTS = (UNIT_TESTS, INTEGRATION_TESTS, ".local/reports/*.xml")
LOGS = ROOT / ".local" / "test" / "logs"
CHROMIUM_NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")


class Missing(Exception):
    """Something this machine lacks; the message says what to install."""


@dataclasses.dataclass(frozen=True)
class Step:
    """Something to do, and the pattern of the reports that it writes, if it writes any."""

    title: str
    action: object
    reports: str = ""


# Where the steps of this thread print to; the terminal if nothing is said.
printing = threading.local()


def say(text):
    print(text, file=getattr(printing, "to", sys.stdout), flush=True)


def run(*command, cwd=ROOT, **environment):
    to = getattr(printing, "to", None)
    subprocess.run(
        [str(part) for part in command],
        cwd=cwd,
        env={**os.environ, **environment},
        stdin=subprocess.DEVNULL,
        stdout=to,
        stderr=subprocess.STDOUT if to else None,
        check=True,
    )


def install_python_tools():
    """Pinned tools in an environment of their own, made anew only when the pins change."""
    requirements = ROOT / "tests" / "requirements.txt"
    pins = hashlib.sha256(requirements.read_bytes()).hexdigest()
    stamp = VENV / "installed"
    if stamp.exists() and stamp.read_text() == pins:
        return
    run(sys.executable, "-m", "venv", "--clear", VENV)
    run(VENV / "bin" / "pip", "install", "--quiet", "--disable-pip-version-check", "-r", requirements)
    stamp.write_text(pins)


def chromium():
    named = os.environ.get("CHROMIUM")
    found = [named] if named else [path for path in map(shutil.which, CHROMIUM_NAMES) if path]
    return found[0] if found else None


def install_chromium():
    if chromium():
        return
    if os.geteuid() != 0 or not shutil.which("apt-get"):
        raise Missing("Chromium is missing: install the package chromium, or set CHROMIUM to its path.")
    run("apt-get", "update", "-qq")
    run(
        "apt-get", "install", "-y", "-qq", "--no-install-recommends", "chromium", "fonts-dejavu-core",
        DEBIAN_FRONTEND="noninteractive",
    )
    if not chromium():
        raise Missing("Chromium could not be installed: install the package chromium.")


def install_web():
    run("npm", "ci", "--no-audit", "--no-fund", cwd=WEB)


def web_script(name):
    def execute():
        run("npm", "run", name, cwd=WEB)

    return execute


def test_web():
    reporters = ("--reporter=default", "--reporter=junit", f"--outputFile.junit={WEB_REPORT}")
    run("npm", "test", "--", *reporters, cwd=WEB)


def test_runner():
    run(sys.executable, ROOT / "build" / "python_tests.py", ROOT / "local", LOCAL_REPORT)


def lint_template():
    run(VENV / "bin" / "cfn-lint", "template.yaml")


def validate_template():
    """With the same SAM CLI that `make run` deploys with."""
    sys.path.insert(0, str(ROOT / "local"))
    import builds
    import machine
    import processes

    LOGS.mkdir(parents=True, exist_ok=True)
    builds.Builds(processes.Processes(LOGS), machine.find_tools()).sam_tools()
    # Any region and keys do: nothing is asked of a real cloud.
    run(
        builds.SAM_VENV / "bin" / "sam", "validate", "--lint", "--region", "eu-west-1",
        AWS_ACCESS_KEY_ID="none",
        AWS_SECRET_ACCESS_KEY="none",
        SAM_CLI_TELEMETRY="0",
    )


def validate_machine():
    run("npm", "ci", "--no-audit", "--no-fund", cwd=ASL)
    run(ASL / "node_modules" / ".bin" / "asl-validator", "--json-path", "statemachines/referral.asl.json")


def maven(*arguments, nice=0):
    """Maven on JDK 25, with what the tests need to find; the nicer, the more it lets others go first."""

    def build():
        run(
            "nice", "-n", nice, ROOT / "build" / "mvn", "-Dstyle.color=never", "--fail-at-end", *arguments,
            CHROMIUM=chromium() or "",
            PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD="1",
            TESTS_VENV=str(VENV),
        )

    return build


def java():
    yield Step(
        "Format, compile with all checks, unit tests", maven("--threads=2", "spotless:check", "test"), UNIT_TESTS
    )


def beside_java():
    yield Step("Test what make run is made of", test_runner, str(LOCAL_REPORT.relative_to(ROOT)))
    yield Step("Install the tests' Python tools", install_python_tools)
    yield Step("Look for Chromium", install_chromium)
    yield Step("Install the web app's libraries", install_web)
    yield Step("Check the web app's format", web_script("lint"))
    yield Step("Compare the web app's types with the contract", web_script("check-types"))
    yield Step("Build the web app", web_script("build"))
    yield Step("Test the web app", test_web, str(WEB_REPORT.relative_to(ROOT)))
    yield Step("Lint the template", lint_template)
    yield Step("Validate the template with the SAM CLI", validate_template)
    yield Step("Validate the state machine", validate_machine)


def apart():
    yield Step(
        "What has a memory, a table or a cloud of its own",
        maven("-Dunit-tests.skip=true", "-Dstack-tests.skip=true", "verify"),
        INTEGRATION_TESTS,
    )


def stack():
    yield Step(
        "The deployed stack: journeys, browser",
        maven("-Dunit-tests.skip=true", "-Dapart-tests.skip=true", "verify"),
        INTEGRATION_TESTS,
    )


def beside_stack():
    """Of classes that are compiled, so that nothing is compiled twice at once."""
    yield Step("Mutation gate", maven("--projects=functions", "-Pmutation", "pitest:mutationCoverage@gate", nice=15))


def forget_old_reports():
    for pattern in REPORTS:
        for report in ROOT.glob(pattern):
            report.unlink()
    WEB_REPORT.parent.mkdir(parents=True, exist_ok=True)


def results(patterns=REPORTS):
    """The outcome of every test case in the reports, by its name."""
    outcomes = {}
    for pattern in patterns:
        for report in sorted(ROOT.glob(pattern)):
            for number, case in enumerate(ElementTree.parse(report).iter("testcase")):
                children = {child.tag for child in case}
                name = f"{case.get('classname', '')} {case.get('name', '')}".strip()
                outcome = "passed"
                if children & {"failure", "error"}:
                    outcome = "failed"
                elif "skipped" in children:
                    outcome = "skipped"
                outcomes[(str(report), number, name)] = outcome
    return outcomes


def failed_cases(patterns=REPORTS):
    return [name for (_, _, name), outcome in results(patterns).items() if outcome == "failed"]


def take(steps):
    """Takes one step after another; answers what failed without a failed test in a report."""
    failures = []
    for step in steps:
        say(f"== {step.title}")
        started = time.monotonic()
        try:
            step.action()
            outcome = "done"
        except Exception as error:  # whatever it is, the other steps run and the sum is told
            say(f"{type(error).__name__}: {error}")
            outcome = "FAILED"
            if not step.reports or not failed_cases((step.reports,)):
                failures.append(f"step: {step.title}")
        say(f"== {step.title}: {outcome}, {time.monotonic() - started:.1f} s")
    return failures


class Aside(threading.Thread):
    """Takes steps while others are taken, and keeps what they print."""

    def __init__(self, steps, log):
        super().__init__(daemon=True)
        self._steps = steps
        self._log = log
        self._failures = [f"step: {log.stem}"]

    def run(self):
        self._log.parent.mkdir(parents=True, exist_ok=True)
        with open(self._log, "w", encoding="utf-8") as printing.to:
            self._failures = take(self._steps)

    def end(self):
        """Waits for the last step, shows what all of them printed, and answers what failed."""
        self.join()
        say(self._log.read_text(encoding="utf-8", errors="replace"))
        return self._failures


def take_both(steps, others, log):
    """Takes steps while others are taken, whose output goes to a log first; answers what failed of both."""
    aside = Aside(others, log)
    aside.start()
    failures = take(steps)
    return failures + aside.end()


def main():
    forget_old_reports()
    failures = take_both(java(), beside_java(), LOGS / "beside-java.log")
    failures += take(apart())
    failures += take_both(stack(), beside_stack(), LOGS / "beside-stack.log")

    outcomes = list(results().values())
    failures += failed_cases()
    for failure in failures:
        say(f"failed: {failure}")
    skipped = outcomes.count("skipped")
    say(
        f"{outcomes.count('passed')} passed, {len(failures)} failed"
        + (f", {skipped} skipped" if skipped else "")
    )
    return 1 if failures or not outcomes.count("passed") else 0


if __name__ == "__main__":
    sys.exit(main())
