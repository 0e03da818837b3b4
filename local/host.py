"""The process that runs the functions and serves the site."""

import json
import os
import urllib.error
import urllib.request
from pathlib import Path

import builds
import cloud
from machine import environment, local_credentials
from settings import REGION


def start(settings, processes, stack, jdk):
    functions = stack.functions()
    description = settings.work / "host.json"
    description.write_text(json.dumps(_describe(settings, stack, functions), indent=2))
    command = [
        jdk / "bin" / "java",
        "-XX:+UseSerialGC",
        "-XX:TieredStopAtLevel=1",
        *_debugger(settings),
        "-jar",
        builds.HOST_JAR,
        description,
    ]
    env = environment(
        **local_credentials(settings, REGION), **cloud.joint_variables(functions)
    )
    server = processes.start("host", command, settings.work, env)
    server.wait_until(lambda: _is_up(f"{settings.site}/local/clock"), 60)
    return server


def _describe(settings, stack, functions):
    outputs = stack.outputs
    return {
        "cloud": settings.cloud,
        "region": REGION,
        "hostPort": settings.host_port,
        "sitePort": settings.site_port,
        "artifact": str(builds.artifact()),
        "extras": _extras(),
        "functions": [
            {
                "name": function.name,
                "handler": function.handler,
                "timeout": function.timeout,
                "memory": function.memory,
            }
            for function in functions
        ],
        "upkeep": cloud.function_name('upkeep'),
        "table": outputs["TableName"],
        "bus": outputs["BusName"],
        "machine": outputs["StateMachineArn"],
        "site": str(builds.SITE),
        "config": {
            "api": outputs["ApiUrl"],
            "signIn": {
                "issuer": outputs["SignInIssuer"],
                "clientId": outputs["UserPoolClientId"],
            },
            "cloud": settings.cloud,
        },
        "zone": "Europe/Amsterdam",
        "data": str(settings.data),
        "work": str(settings.work),
    }


def _extras():
    """Jars beside the functions' classes, as the meter, named by FUNCTION_EXTRAS."""
    named = os.environ.get("FUNCTION_EXTRAS", "")
    return [str(Path(jar).resolve()) for jar in named.split(os.pathsep) if jar]


def _debugger(settings):
    if settings.debug_port is None:
        return []
    return [f"-agentlib:jdwp=transport=dt_socket,server=y,suspend=n,address=127.0.0.1:{settings.debug_port}"]


def _is_up(address):
    try:
        with urllib.request.urlopen(address, timeout=5) as answer:
            return answer.status == 200
    except (urllib.error.URLError, OSError):
        return False
