"""`make run`: the whole product on this machine, without an account and without containers.

Checks what must be there, builds what has changed, starts the local cloud, deploys the real template
with the real SAM CLI, starts the functions and the site, adds people and a company's programme, and
stays until Ctrl-C, which ends everything that was started.
"""

import contextlib
import fcntl
import json
import os
import signal
import sys
import time
import traceback
from concurrent.futures import ThreadPoolExecutor

import builds
import cloud
import company
import host
import machine
import people
import settings as asked
from processes import Processes
from steps import Trouble, say, step


class Ended(BaseException):
    """Somebody wants it to end."""


def main():
    settings = asked.read()
    _listen_for_the_end()
    try:
        with _alone(settings), _processes(settings) as processes:
            stay(*start(settings, processes))
    except Ended:
        say("Everything that was started has ended.")
        return 0
    except Trouble as trouble:
        say(str(trouble))
        return 1
    except Exception as fault:
        log = settings.logs / "run.log"
        log.write_text(traceback.format_exc())
        say(f"It cannot go on: {fault}. More is in {log}.")
        return 1


def start(settings, processes):
    with step("Look at what this machine has"):
        jdk = machine.find_tools()
        machine.check_ports(settings)
        files = company.folder(settings.company) if settings.company else None
    kept = settings.keep and settings.complete.exists()
    if not kept:
        machine.forget(settings.data)

    made = builds.Builds(processes, jdk)
    with ThreadPoolExecutor(max_workers=2) as lanes:
        lane = [lanes.submit(_make_functions, made), lanes.submit(_make_the_rest, made)]
        try:
            made.cloud_tools()
            with step("Start the local cloud"):
                local_cloud = cloud.start(settings, processes, os.environ.get("SFN_WAIT_SCALE", "1"))
            for work in lane:
                work.result()
        except BaseException:
            processes.end()
            raise

    with step("Deploy the template"):
        builds.use_sam_tools()
        cloud.deploy(settings, processes)
        stack = cloud.Stack(settings)
        stack.publish_api()
    def start_functions():
        return host.start(settings, processes, stack, jdk)

    with step("Start the functions and the site"):
        functions = start_functions()
    with step("Add the people"):
        directory = people.Directory(stack)
        known = company.sign_ins(files) if files else {}
        for person in people.PEOPLE:
            directory.add(person, known.get(person.email))
    if kept:
        with step("Wake what was waiting"):
            stack.run_upkeep("restart")
    elif files:
        with step(f"Load the programme of {settings.company}") as note:
            manager = directory.token("petra")
            note.add(company.Company(stack.outputs["ApiUrl"], manager, files).load())
    settings.complete.touch()
    _tell(settings, stack)
    return local_cloud, functions, start_functions


def stay(local_cloud, functions, start_functions):
    """Until somebody ends it, or a part of it ends by itself.

    Functions whose process was killed are started again: the cloud goes on, and whoever called them
    calls again, as in production.
    """
    while True:
        local_cloud.check()
        if functions.was_killed():
            say("The process of the functions was killed; it is started again.")
            functions = start_functions()
        functions.check()
        time.sleep(0.5)


def _make_functions(made):
    made.sam_tools()
    made.functions()


def _make_the_rest(made):
    made.host()
    made.web()


def _tell(settings, stack):
    ready = {
        "site": settings.site,
        "api": stack.outputs["ApiUrl"],
        "cloud": settings.cloud,
        "logs": str(settings.logs),
        "stack": stack.outputs,
    }
    settings.ready.write_text(json.dumps(ready, indent=2))
    say()
    say(f"Ready. The site is at     {settings.site}/")
    say(f"  what was mailed is at   {settings.site}/local/mail")
    say(f"  the clock is at         {settings.site}/local/")
    say(f"  the API is at           {stack.outputs['ApiUrl']}")
    say(f"  the local cloud is at   {settings.cloud}")
    say(f"  logs are in             {settings.logs}")
    say(f"Sign in with the password {people.PASSWORD} as")
    for person in people.PEOPLE:
        say(f"  {person.email:<24}{person.role or 'employee'}")
    say("Ctrl-C ends it all.")


def _listen_for_the_end():
    def end(_number, _frame):
        # Once is enough: what comes after must not disturb the ending.
        for number in ends:
            signal.signal(number, signal.SIG_IGN)
        raise Ended

    # Ctrl-C, a polite kill, and a closed terminal unless that is to be survived (nohup).
    ends = [signal.SIGINT, signal.SIGTERM]
    if signal.getsignal(signal.SIGHUP) is not signal.SIG_IGN:
        ends.append(signal.SIGHUP)
    for number in ends:
        signal.signal(number, end)


@contextlib.contextmanager
def _alone(settings):
    """One run at a time in a work folder."""
    settings.work.mkdir(parents=True, exist_ok=True)
    with open(settings.work / "lock", "w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise Trouble(f"It is running already, with its data in {settings.work}.") from None
        settings.ready.unlink(missing_ok=True)
        machine.forget(settings.logs)
        try:
            yield
        finally:
            settings.ready.unlink(missing_ok=True)


@contextlib.contextmanager
def _processes(settings):
    processes = Processes(settings.logs)
    try:
        yield processes
    finally:
        processes.end()


if __name__ == "__main__":
    sys.exit(main())
