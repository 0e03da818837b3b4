"""Runs every test there is, and says at the end how many passed and how many failed.

Each step runs even when one before it failed, so that one run shows all that is wrong. The counts
are read from the reports that the test runners write; a step that fails without a failed test in a
report (a compile error, say) counts as one failure.
"""

import hashlib
import os
import shutil
import subprocess
import sys
import time
import xml.etree.ElementTree as ElementTree
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".local" / "venv-tests"
WEB = ROOT / "web"
ASL = ROOT / "tests" / "asl"
WEB_REPORT = ROOT / ".local" / "reports" / "web.xml"
REPORTS = (
    "*/target/surefire-reports/TEST-*.xml",
    "*/target/failsafe-reports/TEST-*.xml",
    ".local/reports/*.xml",
)
CHROMIUM_NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")


class Missing(Exception):
    """Something this machine lacks; the message says what to install."""


def say(text):
    print(text, flush=True)


def run(*command, cwd=ROOT, **environment):
    subprocess.run(
        [str(part) for part in command],
        cwd=cwd,
        env={**os.environ, **environment},
        stdin=subprocess.DEVNULL,
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
    report = ROOT / ".local" / "reports" / "local.xml"
    run(sys.executable, ROOT / "build" / "python_tests.py", ROOT / "local", report)


def lint_template():
    run(VENV / "bin" / "cfn-lint", "template.yaml")


def validate_template():
    """With the same SAM CLI that `make run` deploys with."""
    sys.path.insert(0, str(ROOT / "local"))
    import builds
    import machine
    import processes

    logs = ROOT / ".local" / "test" / "logs"
    logs.mkdir(parents=True, exist_ok=True)
    builds.Builds(processes.Processes(logs), machine.find_tools()).sam_tools()
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


def maven(*arguments):
    """Maven on JDK 25, with what the tests need to find."""

    def build():
        run(
            ROOT / "build" / "mvn", "-Dstyle.color=never", "--fail-at-end", *arguments,
            CHROMIUM=chromium() or "",
            PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD="1",
            TESTS_VENV=str(VENV),
        )

    return build


def steps():
    yield "Format, compile with all checks, unit tests", maven("--threads=2", "spotless:check", "test")
    yield "Test what make run is made of", test_runner
    yield "Mutation gate", maven(
        "--projects=functions", "-Pmutation", "-Dunit-tests.skip=true", "test-compile",
        "pitest:mutationCoverage@gate",
    )
    yield "Install the tests' Python tools", install_python_tools
    yield "Look for Chromium", install_chromium
    if (WEB / "package.json").exists():
        yield "Install the web app's libraries", install_web
        yield "Check the web app's format", web_script("lint")
        yield "Compare the web app's types with the contract", web_script("check-types")
        yield "Build the web app", web_script("build")
        yield "Test the web app", test_web
    if (ROOT / "template.yaml").exists():
        yield "Lint the template", lint_template
        yield "Validate the template with the SAM CLI", validate_template
    yield "Validate the state machine", validate_machine
    yield "The whole: storage, journeys, browser", maven("-Dunit-tests.skip=true", "verify")


def forget_old_reports():
    for pattern in REPORTS:
        for report in ROOT.glob(pattern):
            report.unlink()
    WEB_REPORT.parent.mkdir(parents=True, exist_ok=True)


def results():
    """The outcome of every test case in the reports, by its name."""
    outcomes = {}
    for pattern in REPORTS:
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


def failed_cases():
    return [name for (_, _, name), outcome in results().items() if outcome == "failed"]


def main():
    forget_old_reports()
    failures = []
    for title, action in steps():
        say(f"== {title}")
        started = time.monotonic()
        before = len(failed_cases())
        try:
            action()
            outcome = "done"
        except Exception as error:  # whatever it is, the other steps run and the sum is told
            say(f"{type(error).__name__}: {error}")
            outcome = "FAILED"
        if outcome == "FAILED" and len(failed_cases()) == before:
            failures.append(f"step: {title}")
        say(f"== {title}: {outcome}, {time.monotonic() - started:.1f} s")

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
