"""A company's programme, brought in through the API as a programme manager would.

`make run` loads one of the folders of `examples/`. To a deployed stack:

    TOKEN=<the programme manager's id token> python3 local/company.py <API address> examples/company-of-400

A folder holds, of these, what the company has: `settings.json`, `terms.json`, `vacancies.json` or
`vacancies.csv`, `employees.csv`, `payroll-targets.json` and `catalogue.json`. They are taken in that order; again is no harm.
"""

import csv
import json
import os
import sys
import urllib.error
import urllib.request
from pathlib import Path

from steps import Trouble

EXAMPLES = Path(__file__).resolve().parent.parent / "examples"


def folder(name):
    """The folder of a company of `examples/`."""
    there = sorted(path.name for path in EXAMPLES.iterdir() if path.is_dir())
    if name not in there:
        raise Trouble(f"There is no company {name} in examples/; there are {', '.join(there)}.")
    return EXAMPLES / name


def sign_ins(files):
    """What a company that has a file of its people knows of them, by address: number and language."""
    employees = files / "employees.csv"
    if not employees.exists():
        return {}
    with employees.open(encoding="utf-8", newline="") as lines:
        return {
            line["email"]: {"custom:hrNumber": line["hrNumber"], "locale": line["language"]}
            for line in csv.DictReader(lines)
            if line["email"]
        }


class Company:
    """What a folder says, on its way into one API."""

    def __init__(self, api, token, files):
        self._api = api.rstrip("/")
        self._token = token
        self._files = files

    def load(self):
        """Answers what was brought in, in words."""
        said = []
        for name in ("settings", "terms"):
            if text := self._read(f"{name}.json"):
                self._send("PUT", name, text)
                said.append(name)
        if text := self._read("vacancies.json"):
            said.append(f"{self._put_all('vacancies', text)} vacancies")
        if text := self._read("vacancies.csv"):
            said.append(f"{self._import('vacancies', text)} vacancies")
        if text := self._read("employees.csv"):
            said.append(f"{self._import('employees', text)} employees")
        if text := self._read("payroll-targets.json"):
            said.append(f"{self._put_all('payroll-targets', text)} payroll targets")
        if text := self._read("catalogue.json"):
            said.append(f"{self._put_all('catalogue', text)} items of the catalogue")
        return ", ".join(said)

    def _read(self, name):
        file = self._files / name
        return file.read_text(encoding="utf-8") if file.exists() else ""

    def _put_all(self, path, text):
        things = json.loads(text)
        for name, thing in things.items():
            self._send("PUT", f"{path}/{name}", json.dumps(thing))
        return len(things)

    def _import(self, path, text):
        answer = json.loads(self._send("POST", f"{path}/import", text, "text/csv; charset=utf-8"))
        return answer["made"] + answer["changed"] + answer["unchanged"]

    def _send(self, method, path, text, kind="application/json"):
        request = urllib.request.Request(
            f"{self._api}/{path}",
            method=method,
            data=text.encode(),
            headers={"Authorization": f"Bearer {self._token}", "Content-Type": kind},
        )
        try:
            with urllib.request.urlopen(request, timeout=60) as answer:
                return answer.read().decode()
        except urllib.error.HTTPError as refusal:
            body = refusal.read().decode(errors="replace")
            raise Trouble(f"The API refused {method} {path} with {refusal.code}: {body}") from refusal
        except urllib.error.URLError as fault:
            raise Trouble(f"Nobody answers at {self._api}: {fault.reason}") from fault


def main(arguments):
    token = os.environ.get("TOKEN", "")
    if len(arguments) != 2 or not token:
        raise Trouble("Say which API and which folder, with the token in the variable TOKEN.")
    api, files = arguments
    if not Path(files).is_dir():
        raise Trouble(f"There is no folder {files}.")
    print(Company(api, token, Path(files)).load())


if __name__ == "__main__":
    try:
        main(sys.argv[1:])
    except Trouble as trouble:
        sys.exit(str(trouble))
