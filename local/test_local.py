"""What of `make run` can be tested without starting anything big: `python3 -m unittest discover -s local`."""

import json
import os
import socket
import sys
import tempfile
import time
import unittest
from pathlib import Path
from unittest import mock

import builds
import cloud
import machine
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
        self.assertFalse(asked.demo)

    def test_fresh_with_the_demo_is_the_usual(self):
        with mock.patch.dict(os.environ, {"KEEP": "", "DEMO": ""}):
            asked = settings.read([])
        self.assertFalse(asked.keep)
        self.assertTrue(asked.demo)


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


def _is_running(pid):
    """Killed and not yet collected by whoever adopted it is not running either."""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()[0] not in "ZX"
    except FileNotFoundError:
        return False


if __name__ == "__main__":
    unittest.main()
