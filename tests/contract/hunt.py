"""One hunt: schemathesis against an API, in one role, for answers outside the contract."""

import copy
import json
import re
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

import yaml

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent
CONTRACT = ROOT / "openapi.yaml"


@dataclass(frozen=True)
class Role:
    """Who calls, with which headers, and which operations are tried, by their ids."""

    name: str
    headers: dict
    operations: tuple


@dataclass(frozen=True)
class Found:
    role: str
    calls: int
    seconds: float
    clean: bool
    words: str


def contract():
    return yaml.safe_load(CONTRACT.read_text(encoding="utf-8"))


def operations(document):
    """Every operation with its path and method."""
    for path, item in document["paths"].items():
        for method in ("get", "put", "post"):
            if method in item:
                yield path, method, item[method]


def allowed(document, *roles):
    """The ids of the operations that somebody with one of these roles may call."""
    return tuple(
        operation["operationId"]
        for _, _, operation in operations(document)
        if set(operation["x-roles"]) & set(roles)
    )


def with_real_values(document, values):
    """A copy of the contract in which parameters and fields often take values that exist.

    `values` maps a place in the contract (`parameter ReferralId`, `schema Submission.vacancyId`,
    `path /vacancies/{id}`) to what exists there. Made-up values are still tried.
    """
    known = copy.deepcopy(document)
    for place, real in values.items():
        owner = _find(known, place)
        if real and owner:
            owner["schema"] = {"anyOf": [{"enum": sorted(real)}, owner["schema"]]}
            owner.pop("example", None)
            owner["examples"] = {f"real{n}": {"value": one} for n, one in enumerate(sorted(real))}
    submission = values.get("schema Submission.vacancyId")
    if submission:
        properties = known["components"]["schemas"]["Submission"]["properties"]
        properties["vacancyId"] = {"anyOf": [{"enum": sorted(submission)}, properties["vacancyId"]]}
    return known


def _find(document, place):
    kind, name = place.split(" ", 1)
    if kind == "parameter":
        return document["components"]["parameters"][name]
    if kind == "path":
        return next(one for one in document["paths"][name]["parameters"] if one.get("in") == "path")
    return None


def hunt(document, api, role, work, examples, limit):
    """Runs schemathesis in one role and says what it found; `limit` is in seconds."""
    work.mkdir(parents=True, exist_ok=True)
    schema = work / f"{role.name}.json"
    schema.write_text(json.dumps(document), encoding="utf-8")
    included = [word for one in role.operations for word in ("--include-operation-id", one)]
    headers = [word for name, value in role.headers.items() for word in ("--header", f"{name}:{value}")]
    command = [
        Path(sys.executable).with_name("schemathesis"),
        "--config-file", HERE / "schemathesis.toml",
        "run", schema,
        "--url", api,
        "--max-examples", str(examples),
        "--seed", "2026",
        # More would trip over a fault of older Pythons, whose compiler minds threads; roles run side by side.
        "--workers", "1",
        "--continue-on-failure",
        "--request-timeout", "30",
        "--no-color",
        "--warnings", "off",
        *included,
        *headers,
    ]
    started = time.monotonic()
    try:
        done = subprocess.run(
            [str(word) for word in command],
            cwd=work,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            timeout=limit,
        )
        clean, words = done.returncode == 0, done.stdout
    except subprocess.TimeoutExpired as late:
        clean = False
        words = f"{_text(late.stdout)}\nNot done after {limit} s."
    seconds = time.monotonic() - started
    return Found(role.name, _calls(words), seconds, clean, words)


def _text(output):
    return output.decode(errors="replace") if isinstance(output, bytes) else output or ""


def _calls(words):
    generated = re.search(r"([\d,]+) generated", words)
    return int(generated.group(1).replace(",", "")) if generated else 0
