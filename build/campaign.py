"""Runs the long tests of one part, in slices that can be taken up again, and notes the result.

    make campaign PART=T1b            as many slices as 38 minutes hold; again: the next ones
    make campaign PART=T1b MINUTES=5  a shorter sitting
    make campaign                     lists the parts and how far each one is

A part is a command that runs one slice of it. It exits with 0 when nothing was violated, and the last
line that begins with `campaign ` in its output holds its counts: `campaign {"histories": 60000}`. Counts
are added up over the slices, but for what is the same in each. What was run is kept per part and commit
in `.local/campaign/`; with the last slice the sum is appended to `docs/evidence.md` with date, commit and
command. A slice that fails ends the campaign with 1, and is noted as well: it is run again the next time.
"""

import dataclasses
import datetime
import json
import os
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
STATE = ROOT / ".local" / "campaign"
EVIDENCE = ROOT / "docs" / "evidence.md"
HEADING = "## Campaigns"
COLUMNS = "| Part | Ended | Commit | Command | Slices | Counts | Violations |\n"
HEADER = COLUMNS + "| --- | --- | --- | --- | --- | --- | --- |\n"
MINUTES = 38
# Counts of what is the same in every slice, so that they are not added up.
SAME_IN_EACH_SLICE = {"cells", "places", "points"}


@dataclasses.dataclass(frozen=True)
class Part:
    """What is run: `command(slice)` answers the arguments of slice 0, 1, ... up to `slices` - 1.

    `prepare` is run once before the first slice of a sitting (a build, say). Output goes to the terminal.
    """

    name: str
    title: str
    slices: int
    command: object
    prepare: tuple = ()


def simulation(slice_number):
    """50,000 histories, by the seeds after those of the slices before."""
    histories = 50_000
    return [
        sys.executable, ROOT / "build" / "simulate.py",
        f"--seed={1_000_000 + slice_number * histories}", f"--histories={histories}", "--no-build",
    ]


def slices_of(*slices):
    """A part of which slice `n` is the whole test `slices[n]`, run as in `make test` but larger."""

    def command(number):
        return [
            ROOT / "build" / "mvn", "-pl", "functions,tests", "-am", "-Dunit-tests.skip=true",
            f"-Dit.test={slices[number]}", "-Dfailsafe.failIfNoSpecifiedTests=false",
            f"-Dcampaign.slice={number}", "verify",
        ]

    return len(slices), command


def http_door(slice_number):
    """10,000 refused requests, 1,000 pairs of stories and 10,000 timed calls, each slice from other seeds."""
    java = Path(subprocess.check_output([ROOT / "build" / "find-jdk"], text=True).strip()) / "bin" / "java"
    class_path = (ROOT / "tests" / "target" / "simulation.classpath").read_text().strip()
    classes = ROOT / "tests" / "target" / "test-classes"
    return [
        java, "-XX:+UseSerialGC", "-cp", f"{classes}{os.pathsep}{class_path}",
        "io.referralflow.tests.rights.Campaign", str(slice_number),
    ]


def larger(*slices):
    """A part whose slice `n` is a test of `make test` with the settings of `slices[n]`."""

    def command(number):
        test, settings = slices[number]
        return [
            ROOT / "build" / "mvn", "-pl", "functions,tests,tests/dynamodb-local", "-am",
            "-Dunit-tests.skip=true", f"-Dit.test={test}", "-Dfailsafe.failIfNoSpecifiedTests=false",
            *(f"-D{name}={value}" for name, value in settings.items()), "verify",
        ]

    return len(slices), command


def seeds(test, name, many, **settings):
    """Slices of one test that differ by their seed."""
    named = {key.replace("_", "."): value for key, value in settings.items()}
    return tuple((test, {name: 100 + number, **named}) for number in range(many))


ON_TABLE = tuple(
    ("OnTableIT", {"ontable.seed": 10_000 + 1_000 * n, "ontable.histories": 1_000, "ontable.seconds": 7_200})
    for n in range(2)
)

PARTS = (
    Part(
        "T7", "bad requests, who is known, timing: 100,000 refused, 10,000 pairs", 10, http_door,
        (sys.executable, ROOT / "build" / "simulate.py", "--build-only"),
    ),
    Part(
        "T1a", "exhaustive small scope: six reports, two crashes, every date",
        *slices_of("EveryCrashIT", "EveryCrashIT", "EveryCrashIT", "EveryOrderIT", "EveryDateIT"),
    ),
    Part("T6", "all executions lost at random moments, 1,000 runs", *slices_of(*["AmnesiaIT"] * 10)),
    Part(
        "restore", "the table brought back to random moments, 500 restores",
        *larger(*seeds("RestoredIT", "restores.seed", 5, restores=100, restores_seconds=2_000)),
    ),
    Part(
        "T5", "all referrals of every release continued",
        *larger(("UpgradeIT", {"snapshots.one.in": 1})),
    ),
    Part(
        "poison", "one bad record or event, 5,000 batches of each",
        *slices_of(*["OneBadRecordIT"] * 5, *["OneBadEventIT"] * 5),
    ),
    Part(
        "T1b", "seeded simulation, 250,000 histories", 5, simulation,
        (sys.executable, ROOT / "build" / "simulate.py", "--build-only"),
    ),
    Part(
        "T2a", "memory and table answer alike: 100,000 operations",
        *larger(*seeds("SameAnswersIT", "differential.seed", 2, differential_operations=50_000)),
    ),
    Part(
        "T2b", "every call to the table under faults, each place 1,000 times and more",
        *larger(*seeds("EveryCallSiteIT", "cells.seed", 6, cells_each=20)),
    ),
    Part("T2c", "the simulator's histories through the real SDK, 2,000", *larger(*ON_TABLE)),
    Part(
        "T3", "sixteen threads, 300 runs of 2,000 deeds, 30 of them on the table",
        *larger(*seeds("ManyThreadsIT", "crowd.seed", 5, crowd_runs=54, crowd_table_runs=6)),
    ),
    Part(
        "T4", "kill -9 at every call, 400 kills, and 40 of the host while the local cloud goes on",
        *larger(
            *seeds("KilledIT", "kills.seed", 4, kills=100),
            ("HostKilledIT", {"host.kills": 40, "host.seed": 7}),
        ),
    ),
)


class Refused(Exception):
    """Something that the caller must put right; the message says what."""


def git(*arguments):
    return subprocess.run(
        ["git", *arguments], cwd=ROOT, check=True, capture_output=True, text=True
    ).stdout.strip()


def commit():
    """The commit that is checked out; with a mark when files differ from it."""
    changed = [line for line in git("status", "--porcelain").splitlines() if "docs/evidence.md" not in line]
    return git("rev-parse", "--short=10", "HEAD") + ("+changes" if changed else "")


class Sitting:
    """What was run of one part at one commit, on disk after every slice."""

    def __init__(self, part, at):
        self.part = part
        self.commit = at
        self.file = STATE / f"{part.name}-{at}.json"
        self.done = json.loads(self.file.read_text()) if self.file.exists() else {}

    def next_slice(self):
        return next((n for n in range(self.part.slices) if str(n) not in self.done), None)

    def keep(self, number, counts):
        self.done[str(number)] = counts
        STATE.mkdir(parents=True, exist_ok=True)
        self.file.write_text(json.dumps(self.done, indent=1, sort_keys=True) + "\n")

    def sums(self):
        sums = {}
        for counts in self.done.values():
            for name, count in counts.items():
                before = sums.get(name, 0)
                sums[name] = max(before, count) if name in SAME_IN_EACH_SLICE else before + count
        return sums


def execute(arguments):
    """Runs one command with its output shown; answers its exit code and its counts."""
    counts = {}
    process = subprocess.Popen(
        [str(part) for part in arguments], cwd=ROOT, stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE, text=True,
    )
    with process:
        for line in process.stdout:
            sys.stdout.write(line)
            sys.stdout.flush()
            if line.startswith("campaign "):
                counts = json.loads(line.removeprefix("campaign "))
    return process.returncode, counts


def spoken(counts):
    return ", ".join(f"{count:,} {name.replace('_', ' ')}" for name, count in sorted(counts.items()))


def note(sitting):
    """Appends the sum of a part to the evidence page."""
    sums = sitting.sums()
    violations = sums.pop("violations", 0)
    row = [
        f"{sitting.part.name}: {sitting.part.title}", datetime.date.today().isoformat(), sitting.commit,
        f"`make campaign PART={sitting.part.name}`", str(sitting.part.slices), spoken(sums), str(violations),
    ]
    text = EVIDENCE.read_text() if EVIDENCE.exists() else "# Evidence\n"
    if HEADING not in text:
        text = text.rstrip("\n") + f"\n\n{HEADING}\n\nOne row for each whole campaign of a part.\n\n{HEADER}"
    before, table = text.split(HEADER, 1)
    rows, after = [], table
    while after.startswith("|"):
        line, after = after.split("\n", 1)
        rows.append(line)
    rows.append("| " + " | ".join(row) + " |")
    EVIDENCE.write_text(before + HEADER + "\n".join(rows) + "\n" + after)


def campaign(part, minutes):
    sitting = Sitting(part, commit())
    if sitting.next_slice() is None:
        print(f"{part.name} is whole at {sitting.commit}: {spoken(sitting.sums())}")
        return 0
    if part.prepare and execute(part.prepare)[0] != 0:
        raise Refused(f"{part.name} could not be prepared.")
    began = time.monotonic()
    longest = 0.0
    while (number := sitting.next_slice()) is not None:
        spent = time.monotonic() - began
        if longest and spent + longest > minutes * 60:
            print(f"{part.name}: {len(sitting.done)} of {part.slices} slices, go on with the same command")
            return 0
        started = time.monotonic()
        code, counts = execute(part.command(number))
        longest = max(longest, time.monotonic() - started)
        if code != 0 or counts.get("violations", 0):
            print(f"{part.name}: slice {number} FAILED (exit {code}): {spoken(counts)}")
            return 1
        if not counts:
            raise Refused(f"{part.name}: slice {number} told no counts")
        sitting.keep(number, counts)
        print(f"{part.name}: slice {number} done in {time.monotonic() - started:.0f} s")
    note(sitting)
    print(f"{part.name} is whole: {spoken(sitting.sums())}; noted in {EVIDENCE.relative_to(ROOT)}")
    return 0


def overview():
    at = commit()
    for part in PARTS:
        done = len(Sitting(part, at).done)
        print(f"{part.name:5} {done:4} of {part.slices:4} slices at {at}  {part.title}")
    return 0


def main():
    name = os.environ.get("PART", "")
    if not name:
        return overview()
    part = next((part for part in PARTS if part.name == name), None)
    if part is None:
        raise Refused(f"There is no part {name}; there are {', '.join(part.name for part in PARTS)}.")
    return campaign(part, float(os.environ.get("MINUTES") or MINUTES))


if __name__ == "__main__":
    try:
        sys.exit(main())
    except Refused as refused:
        sys.exit(str(refused))
