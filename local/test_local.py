"""What of `make run` can be tested without starting anything big: `python3 -m unittest discover -s local`."""

import json
import os
import socket
import sys
import tempfile
import threading
import time
import unittest
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from unittest import mock

import builds
import cloud
import company
import machine
import redrive
import settings
from processes import Processes
from steps import Trouble


class SettingsTest(unittest.TestCase):
    def test_a_word_wins_over_a_variable_and_a_variable_over_the_usual(self):
        with mock.patch.dict(os.environ, {"SITE_PORT": "9000", "CLOUD_PORT": "9001"}):
            asked = settings.read(["--site-port", "9100"])
        self.assertEqual((9100, 9001, 8090), (asked.site_port, asked.cloud_port, asked.host_port))

    def test_switches(self):
        with mock.patch.dict(os.environ, {"KEEP": "1", "DEMO": "0"}):
            asked = settings.read([])
        self.assertTrue(asked.keep)
        self.assertIsNone(asked.company)

    def test_fresh_with_the_demo_is_the_usual(self):
        with mock.patch.dict(os.environ, {"KEEP": "", "DEMO": ""}):
            asked = settings.read([])
        self.assertFalse(asked.keep)
        self.assertEqual(asked.company, "demo")


class Api(BaseHTTPRequestHandler):
    """Takes in what it is sent, and refuses what it was told to."""

    def _take(self):
        body = self.rfile.read(int(self.headers["Content-Length"])).decode()
        self.server.taken.append((self.command, self.path, self.headers["Authorization"], body))
        refused = self.path in self.server.refuses
        self.send_response(422 if refused else 200)
        self.end_headers()
        self.wfile.write(b'{"made": 2, "changed": 1, "unchanged": 0, "refused": []}')

    do_PUT = do_POST = _take

    def log_message(self, *_):
        pass


class CompanyTest(unittest.TestCase):
    def setUp(self):
        self.api = HTTPServer(("127.0.0.1", 0), Api)
        self.api.taken, self.api.refuses = [], ()
        threading.Thread(target=self.api.serve_forever, daemon=True).start()
        self.addCleanup(self.api.server_close)
        self.addCleanup(self.api.shutdown)
        self.address = f"http://127.0.0.1:{self.api.server_port}/v1/"

    def load(self, name):
        return company.Company(self.address, "petra", company.folder(name)).load()

    def test_every_file_of_a_company_is_brought_in_in_the_order_in_which_they_need_each_other(self):
        said = self.load("company-of-400")

        self.assertEqual(
            [
                ("PUT", "/v1/settings"), ("PUT", "/v1/terms"), ("POST", "/v1/vacancies/import"),
                ("POST", "/v1/employees/import"), ("PUT", "/v1/payroll-targets/salaris-extern"),
                ("PUT", "/v1/catalogue/course-day"), ("PUT", "/v1/catalogue/day-off"), ("PUT", "/v1/catalogue/charity"),
            ],
            [(method, path) for method, path, _, _ in self.api.taken],
        )
        self.assertEqual(
            "settings, terms, 3 vacancies, 3 employees, 1 payroll targets, 3 items of the catalogue", said
        )
        self.assertEqual({"Bearer petra"}, {token for _, _, token, _ in self.api.taken})
        self.assertEqual(401, len(self.api.taken[3][3].splitlines()))

    def test_what_a_company_does_not_have_is_left_out(self):
        self.assertEqual("settings, terms, 4 vacancies", self.load("demo"))

    def test_a_refusal_ends_it_and_is_told(self):
        self.api.refuses = ("/v1/terms",)
        with self.assertRaisesRegex(Trouble, "refused PUT terms with 422"):
            self.load("demo")
        self.assertEqual(2, len(self.api.taken))

    def test_a_company_that_is_not_there_is_named_with_those_that_are(self):
        with self.assertRaisesRegex(Trouble, "no company acme.*company-of-400, demo"):
            company.folder("acme")

    def test_people_sign_in_with_what_their_company_knows_of_them(self):
        known = company.sign_ins(company.folder("company-of-400"))
        self.assertEqual({"custom:hrNumber": "V-1001", "locale": "en"}, known["emma@example.com"])
        self.assertEqual({}, company.sign_ins(company.folder("demo")))

    def test_without_a_token_nothing_is_sent(self):
        with mock.patch.dict(os.environ, {"TOKEN": ""}), self.assertRaisesRegex(Trouble, "TOKEN"):
            company.main([self.address, str(company.EXAMPLES / "demo")])
        self.assertEqual([], self.api.taken)


class MachineTest(unittest.TestCase):
    def test_a_port_in_use_is_named_with_its_variable(self):
        with socket.socket() as other:
            other.bind(("127.0.0.1", 0))
            other.listen()
            port = other.getsockname()[1]
            asked = settings.read(["--cloud-port", str(port), "--site-port", "0", "--host-port", "0"])
            with self.assertRaisesRegex(Trouble, f"Port {port} is in use.*CLOUD_PORT"):
                machine.check_ports(asked)

    def test_nothing_of_a_real_cloud_is_handed_on(self):
        with mock.patch.dict(os.environ, {"AWS_PROFILE": "company", "AWS_SESSION_TOKEN": "real"}):
            env = machine.environment(MORE=1)
        self.assertNotIn("AWS_PROFILE", env)
        self.assertNotIn("AWS_SESSION_TOKEN", env)
        self.assertEqual("1", env["MORE"])
        self.assertIn("localhost", env["no_proxy"])


class BuildsTest(unittest.TestCase):
    def test_a_changed_file_changes_the_fingerprint_and_nothing_else_does(self):
        with tempfile.TemporaryDirectory(dir=settings.ROOT / "local") as name:
            file = Path(name) / "input"
            file.write_text("one")
            before = builds.fingerprint([Path(name)])
            file.touch()
            self.assertEqual(before, builds.fingerprint([Path(name)]))
            file.write_text("two")
            self.assertNotEqual(before, builds.fingerprint([Path(name)]))


class CloudTest(unittest.TestCase):
    def test_functions_that_differ_in_a_variable_are_refused(self):
        same = cloud.Function("a", "A", 3, 128, {"STAGE": "local", "A": "1"})
        other = cloud.Function("b", "B", 3, 128, {"STAGE": "local", "B": "2"})
        self.assertEqual({"STAGE": "local", "A": "1", "B": "2"}, cloud.joint_variables([same, other]))
        wrong = cloud.Function("c", "C", 3, 128, {"STAGE": "test"})
        with self.assertRaisesRegex(Trouble, "STAGE"):
            cloud.joint_variables([same, wrong])

    def test_the_position_in_a_stream_that_is_gone_is_forgotten(self):
        with tempfile.TemporaryDirectory() as name:
            state = Path(name) / "state" / "lambda.json"
            state.parent.mkdir()
            state.write_text(json.dumps({"payload": {"esms": 1, "dynamodb_stream_positions": 2}}))
            cloud.forget_stream_positions(Path(name))
            self.assertEqual({"payload": {"esms": 1}}, json.loads(state.read_text()))


class ProcessesTest(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = Path(folder.name)
        self.processes = Processes(self.folder)
        self.addCleanup(self.processes.end)

    def test_ends_what_was_started_and_what_that_started(self):
        child = self.folder / "child"
        script = f"sleep 600 & echo $! > {child}; wait"
        self.processes.start("sleeper", ["sh", "-c", script], self.folder, dict(os.environ))
        while not (child.exists() and child.read_text().strip()):
            time.sleep(0.01)
        self.processes.end()
        patience = time.monotonic() + 5
        while _is_running(int(child.read_text())) and time.monotonic() < patience:
            time.sleep(0.01)
        self.assertFalse(_is_running(int(child.read_text())))

    def test_what_fails_is_told_with_the_end_of_its_log(self):
        with self.assertRaisesRegex(Trouble, "(?s)sh failed.*out of luck"):
            script = "echo out of luck; exit 3"
            self.processes.run("failing", ["sh", "-c", script], self.folder, dict(os.environ))

    def test_a_server_that_ends_by_itself_is_noticed(self):
        command = [sys.executable, "-c", "print('no room')"]
        server = self.processes.start("server", command, self.folder, dict(os.environ))
        with self.assertRaisesRegex(Trouble, "(?s)server has ended by itself.*no room"):
            server.wait_until(lambda: False, 10)


class RedriveTest(unittest.TestCase):
    HR_EVENT = {"id": "e-1", "detail-type": "CandidateHired", "detail": {"employee": "HR-1"}}

    def setUp(self):
        self.queues = {"referralflow-local-failed": [], "referralflow-local-undelivered": []}
        self.told = []
        self.failing = set()
        sqs = mock.Mock()
        sqs.get_queue_url.side_effect = lambda QueueName: {"QueueUrl": QueueName}
        sqs.receive_message.side_effect = self.receive
        sqs.delete_message.side_effect = self.delete
        functions = mock.Mock()
        functions.invoke.side_effect = self.invoke
        self.redrive = lambda: redrive.redrive(sqs, functions)
        self.enterContext(mock.patch.object(redrive, "say"))

    def put(self, queue, body):
        text = body if isinstance(body, str) else json.dumps(body)
        number = sum(map(len, self.queues.values()))
        message = {"MessageId": str(number), "ReceiptHandle": f"h-{number}", "Body": text}
        self.queues[f"referralflow-local-{queue}"].append([message, False])

    def receive(self, QueueUrl, MaxNumberOfMessages, VisibilityTimeout):
        entries = [entry for entry in self.queues[QueueUrl] if not entry[1]][:MaxNumberOfMessages]
        for entry in entries:
            entry[1] = True
        return {"Messages": [entry[0] for entry in entries]} if entries else {}

    def delete(self, QueueUrl, ReceiptHandle):
        entries = self.queues[QueueUrl]
        entries[:] = [entry for entry in entries if entry[0]["ReceiptHandle"] != ReceiptHandle]

    def invoke(self, FunctionName, Payload):
        self.told.append((FunctionName, json.loads(Payload)))
        return {"FunctionError": "Unhandled"} if FunctionName in self.failing else {}

    def failed(self, kind, payload):
        arn = f"arn:aws:lambda:eu-west-1:000000000000:function:referralflow-local-{kind}:live"
        return {"requestContext": {"functionArn": arn}, "requestPayload": payload}

    def left(self):
        return sum(map(len, self.queues.values()))

    def test_each_message_goes_to_its_function_and_is_deleted(self):
        self.put("failed", self.failed("hr-events", self.HR_EVENT))
        self.put("failed", self.failed("upkeep", {"run": "daily"}))
        self.put("failed", {"DDBStreamBatchInfo": {"shardId": "s"}, "requestContext": {}})
        self.put("undelivered", self.HR_EVENT)
        self.put("undelivered", {"run": "hourly"})

        self.assertEqual((5, 0), self.redrive())

        events, upkeep = "referralflow-local-hr-events:live", "referralflow-local-upkeep:live"
        self.assertEqual(
            [
                (events, self.HR_EVENT),
                (upkeep, {"run": "daily"}),
                (upkeep, {"run": "hourly"}),
                (events, self.HR_EVENT),
                (upkeep, {"run": "hourly"}),
            ],
            self.told,
        )
        self.assertEqual(0, self.left())
        self.assertEqual((0, 0), self.redrive())

    def test_what_fails_again_stays_and_holds_up_nobody(self):
        self.failing.add("referralflow-local-hr-events:live")
        self.put("failed", self.failed("hr-events", self.HR_EVENT))
        self.put("failed", self.failed("upkeep", {"run": "daily"}))

        self.assertEqual((1, 1), self.redrive())
        self.assertEqual(1, self.left())

    def test_what_is_nobody_s_stays(self):
        for body in ("no JSON", "[]", {}, self.failed("strange", {}), {"requestPayload": {}}):
            self.put("failed", body)

        self.assertEqual((0, 5), self.redrive())
        self.assertEqual([], self.told)
        self.assertEqual(5, self.left())

    def test_more_than_one_batch(self):
        for _ in range(23):
            self.put("undelivered", self.HR_EVENT)

        self.assertEqual((23, 0), self.redrive())


def _is_running(pid):
    """Killed and not yet collected by whoever adopted it is not running either."""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()[0] not in "ZX"
    except FileNotFoundError:
        return False


if __name__ == "__main__":
    unittest.main()
