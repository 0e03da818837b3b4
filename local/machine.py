"""What this machine has to have before anything is started."""

import os
import shutil
import socket
import subprocess
from pathlib import Path

from settings import ROOT
from steps import Trouble


def find_tools():
    """The home of a JDK 25; everything else is only checked."""
    need = subprocess.run(
        [ROOT / "build" / "need", "jdk", "maven", "python", "node"],
        capture_output=True,
        text=True,
    )
    if need.returncode:
        raise Trouble(need.stderr.strip())
    found = subprocess.run([ROOT / "build" / "find-jdk"], capture_output=True, text=True, check=True)
    return Path(found.stdout.strip())


def check_ports(settings):
    """All must be free: a port in use is said before anything is built."""
    wanted = {
        "SITE_PORT": settings.site_port,
        "CLOUD_PORT": settings.cloud_port,
        "HOST_PORT": settings.host_port,
        "DEBUG_PORT": settings.debug_port,
    }
    for name, port in wanted.items():
        if port is not None and not _is_free(port):
            raise Trouble(f"Port {port} is in use: stop what uses it, or name another with {name}.")


def _is_free(port):
    with socket.socket() as probe:
        # As servers do: a connection that is just closing does not keep the port.
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except OSError:
            return False
    return True


def environment(**more):
    """For everything that is started: nothing of a real cloud, nothing through a proxy."""
    kept = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith(("AWS_", "SAM_", "MINISTACK_")) and name != "MAKEFLAGS"
    }
    here = "localhost,127.0.0.1"
    return {
        **kept,
        "NO_PROXY": ",".join(filter(None, [kept.get("NO_PROXY"), here])),
        "no_proxy": ",".join(filter(None, [kept.get("no_proxy"), here])),
        **{name: str(value) for name, value in more.items()},
    }


def local_credentials(settings, region):
    """What makes every AWS client talk to the local cloud, and never to a real one."""
    return {
        "AWS_ENDPOINT_URL": settings.cloud,
        "AWS_REGION": region,
        "AWS_DEFAULT_REGION": region,
        "AWS_ACCESS_KEY_ID": "test",
        "AWS_SECRET_ACCESS_KEY": "test",
        "AWS_CONFIG_FILE": os.devnull,
        "AWS_SHARED_CREDENTIALS_FILE": os.devnull,
        "AWS_EC2_METADATA_DISABLED": "true",
    }


def forget(folder):
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
