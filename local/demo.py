"""The demo programme, brought in through the API as a company would bring in its own."""

import json
import urllib.error
import urllib.request
from pathlib import Path

from steps import Trouble

_FOLDER = Path(__file__).with_name("demo")


def load(api, directory):
    """Settings and terms by the programme manager, vacancies by a recruiter; again is no harm."""
    petra = directory.token("petra")
    ruben = directory.token("ruben")
    _put(f"{api}/settings", petra, _read("settings.json"))
    _put(f"{api}/terms", petra, _read("terms.json"))
    vacancies = _read("vacancies.json")
    for name, vacancy in vacancies.items():
        _put(f"{api}/vacancies/{name}", ruben, vacancy)
    return len(vacancies)


def _read(name):
    return json.loads((_FOLDER / name).read_text(encoding="utf-8"))


def _put(address, token, content):
    request = urllib.request.Request(
        address,
        method="PUT",
        data=json.dumps(content).encode(),
        headers={"Authorization": f"Bearer {token}", "Content-Type": "application/json"},
    )
    try:
        with urllib.request.urlopen(request, timeout=60) as answer:
            answer.read()
    except urllib.error.HTTPError as refusal:
        body = refusal.read().decode(errors="replace")
        raise Trouble(f"The API refused PUT {address} with {refusal.code}: {body}") from refusal
