"""An API that keeps the contract, or breaks it in one named way: to see that a hunt finds it."""

import json
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qsl, unquote, urlsplit

import jsonschema_rs

FAULTS = ("fault", "extra-field", "missing-field", "unknown-status", "wrong-media", "accepts-anything", "open-door")

TOKEN = "of-somebody-who-is-signed-in"


class Stub:
    """Answers every allowed request with the contract's own example."""

    def __init__(self, document, fault=None):
        self._document = document
        self._fault = fault
        self._validators = {}
        stub = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def handle_one(self):
                length = int(self.headers.get("Content-Length") or 0)
                body = self.rfile.read(length)
                status, media, answer = stub.answer(self.command, self.path, self.headers, body)
                content = json.dumps(answer).encode()
                self.send_response(status)
                self.send_header("Content-Type", media)
                self.send_header("Content-Length", str(len(content)))
                self.end_headers()
                self.wfile.write(content)

            do_GET = do_POST = do_PUT = handle_one

            def log_message(self, *_):
                pass

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)

    def __enter__(self):
        threading.Thread(target=self._server.serve_forever, daemon=True).start()
        return f"http://127.0.0.1:{self._server.server_port}/v1"

    def __exit__(self, *_):
        self._server.shutdown()
        self._server.server_close()

    def answer(self, method, target, headers, body):
        parts = urlsplit(target)
        operation, path_values = self._operation(method, parts.path)
        if operation is None:
            return self._problem("NotFound")
        public = operation.get("security") == []
        signed_in = headers.get("Authorization") == f"Bearer {TOKEN}"
        if not public and not signed_in and self._fault != "open-door":
            return self._problem("Unauthorized")
        if self._fault != "accepts-anything":
            refusal = self._refusal(operation, path_values, parts.query, headers, body)
            if refusal:
                return self._problem(refusal)
        return self._success(operation)

    def _operation(self, method, path):
        theirs = path.removeprefix("/v1").split("/")
        for template, item in self._document["paths"].items():
            ours = template.split("/")
            if len(ours) == len(theirs) and method.lower() in item:
                pairs = list(zip(ours, theirs))
                if all(one.startswith("{") or one == other for one, other in pairs):
                    values = {one[1:-1]: unquote(other) for one, other in pairs if one.startswith("{")}
                    operation = item[method.lower()]
                    parameters = item.get("parameters", []) + operation.get("parameters", [])
                    return {**operation, "parameters": [self._resolved(one) for one in parameters]}, values
        return None, {}

    def _refusal(self, operation, path_values, query, headers, body):
        queried = dict(parse_qsl(query, keep_blank_values=True))
        for parameter in operation["parameters"]:
            place, name = parameter["in"], parameter["name"]
            values = {"path": path_values, "query": queried, "header": headers}[place]
            value = values.get(name)
            if value is None:
                if parameter.get("required"):
                    return "NotFound"
            elif not self._accepts(parameter["schema"], _as_number(value)) and not self._accepts(parameter["schema"], value):
                return "Invalid" if place == "query" or name == "Idempotency-Key" else "NotFound"
        if "requestBody" not in operation:
            return None
        if (headers.get("Content-Type") or "").split(";")[0].strip().lower() != "application/json":
            return "UnsupportedMediaType"
        try:
            value = json.loads(body.decode("utf-8"))
        except ValueError:
            return "Malformed"
        schema = operation["requestBody"]["content"]["application/json"]["schema"]
        return None if self._accepts(schema, value) else "Invalid"

    def _accepts(self, schema, value):
        key = json.dumps(schema, sort_keys=True)
        if key not in self._validators:
            whole = {**schema, "components": self._document["components"]}
            self._validators[key] = jsonschema_rs.Draft202012Validator(whole, validate_formats=True)
        return self._validators[key].is_valid(value)

    def _success(self, operation):
        status = min(int(one) for one in operation["responses"])
        media, content = next(iter(operation["responses"][str(status)]["content"].items()))
        answer = self._example(content)
        if self._fault == "fault":
            return 500, "text/plain", {"message": "java.lang.NullPointerException"}
        if self._fault == "extra-field":
            answer = {**answer, "internal": True}
        if self._fault == "missing-field":
            answer = dict(list(answer.items())[1:])
        if self._fault == "unknown-status":
            status = 203
        if self._fault == "wrong-media":
            media = "text/html"
        return status, media, answer

    def _problem(self, name):
        content = self._document["components"]["responses"][name]["content"]["application/problem+json"]
        answer = self._example(content)
        return answer["status"], "application/problem+json", answer

    def _example(self, content):
        return self._resolved(next(iter(content["examples"].values())))["value"]

    def _resolved(self, node):
        while "$ref" in node:
            found = self._document
            for step in node["$ref"].removeprefix("#/").split("/"):
                found = found[step]
            node = found
        return node


def _as_number(value):
    try:
        return int(value)
    except ValueError:
        return value
