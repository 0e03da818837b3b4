"""Builds the simulator and runs it: seeded histories of three virtual years, under faults.

`make simulate SEED=7 HISTORIES=1` runs one history; what the numbers mean stands in
tests/src/test/java/io/referralflow/tests/simulation/.
"""

import argparse
import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
CLASSES = ROOT / "tests" / "target" / "test-classes"
CLASS_PATH = ROOT / "tests" / "target" / "simulation.classpath"
MAIN = "io.referralflow.tests.simulation.Simulate"


def run(*command, **environment):
    return subprocess.run(
        [str(part) for part in command], cwd=ROOT, stdin=subprocess.DEVNULL, env={**os.environ, **environment}
    ).returncode


def build():
    """Compiles what the simulator needs and writes down its class path."""
    return run(
        ROOT / "build" / "mvn", "-q", "-pl", "functions,tests", "-am", "-DincludeScope=test",
        f"-Dmdep.outputFile={CLASS_PATH}", "test-compile", "dependency:build-classpath",
    )


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--seed", default="1")
    parser.add_argument("--histories", default="2000")
    parser.add_argument("--no-build", action="store_true")
    parser.add_argument("--build-only", action="store_true")
    options = parser.parse_args()
    if not options.no_build and build() != 0:
        return 1
    if options.build_only:
        return 0
    java = subprocess.run(
        [str(ROOT / "build" / "find-jdk")], check=True, capture_output=True, text=True
    ).stdout.strip()
    return run(
        Path(java) / "bin" / "java", "-XX:+UseParallelGC", "-Xmx1g", f"-Dproject.root={ROOT}",
        "-cp", f"{CLASSES}{os.pathsep}{CLASS_PATH.read_text().strip()}", MAIN,
        options.seed, options.histories,
    )


if __name__ == "__main__":
    sys.exit(main())
