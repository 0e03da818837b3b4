"""`make redrive`: brings what failed for good to its function once more, from both queues of `make run`.

A message is deleted only after the function took it. Twice is harmless: an event is known by its id,
and upkeep acts on what stands in the table.
"""

import json
import sys

import builds
import cloud
import settings as asked
from settings import STACK
from steps import Trouble, say

QUEUES = (f"{STACK}-failed", f"{STACK}-undelivered")
# Longer than everything in a queue takes, so that one run sees each message once.
_UNSEEN_SECONDS = 900


class Unknown(Exception):
    """Nobody knows whose message it is."""


def addressed(body):
    """Which function a message is for, and what it is to be told."""
    try:
        message = json.loads(body)
    except ValueError as fault:
        raise Unknown("not JSON") from fault
    if not isinstance(message, dict):
        raise Unknown("not an object")
    if "DDBStreamBatchInfo" in message:
        # It names a place in the stream; what changed stands in the table, where upkeep finds it.
        return "upkeep", {"run": "hourly"}
    if "requestPayload" in message:
        return _kind(message.get("requestContext", {}).get("functionArn", "")), message["requestPayload"]
    if "detail-type" in message:
        return "hr-events", message
    if "run" in message:
        return "upkeep", message
    raise Unknown("of no known shape")


def _kind(arn):
    for kind in cloud.FUNCTIONS:
        if cloud.function_name(kind) in arn.split(":"):
            return kind
    raise Unknown(f"for {arn or 'no function'}")


def redrive(sqs, functions):
    """Answers how many messages went through and how many stay."""
    done = stay = 0
    for name in QUEUES:
        queue = sqs.get_queue_url(QueueName=name)["QueueUrl"]
        while messages := _receive(sqs, queue):
            for message in messages:
                if _goes_through(functions, message):
                    sqs.delete_message(QueueUrl=queue, ReceiptHandle=message["ReceiptHandle"])
                    done += 1
                else:
                    stay += 1
    return done, stay


def _receive(sqs, queue):
    return sqs.receive_message(
        QueueUrl=queue, MaxNumberOfMessages=10, VisibilityTimeout=_UNSEEN_SECONDS
    ).get("Messages", [])


def _goes_through(functions, message):
    try:
        kind, payload = addressed(message["Body"])
    except Unknown as unknown:
        say(f"Message {message['MessageId']} stays: {unknown}")
        return False
    answer = functions.invoke(
        FunctionName=f"{cloud.function_name(kind)}:live", Payload=json.dumps(payload)
    )
    if "FunctionError" in answer:
        say(f"Message {message['MessageId']} stays: {kind} failed, see its log")
        return False
    return True


def main():
    settings = asked.read()
    builds.use_sam_tools()
    stack = cloud.Stack(settings)
    done, stay = redrive(stack.client("sqs"), stack.client("lambda"))
    say(f"{done} sent again, {stay} stay for {_UNSEEN_SECONDS // 60} minutes unseen.")
    return 1 if stay else 0


if __name__ == "__main__":
    try:
        sys.exit(main())
    except Trouble as trouble:
        sys.exit(str(trouble))
