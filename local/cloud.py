"""The local cloud, and the real template deployed to it with the real SAM CLI."""

import json
import urllib.error
import urllib.request
from dataclasses import dataclass

import builds
from machine import environment, local_credentials
from settings import REGION, ROOT, STACK
from steps import Trouble

FUNCTIONS = ("api", "hr-events", "workflow", "outbox", "upkeep")
_STAGE_OF_API = "live"


@dataclass(frozen=True)
class Function:
    """What the deployed stack says about a function."""

    name: str
    handler: str
    timeout: int
    memory: int
    variables: dict


def start(settings, processes, wait_scale):
    """Starts the local cloud on the loopback address, with the data of the last time if there is any."""
    proxies = {
        f"MINISTACK_LAMBDA_PROXY_{function_name(kind)}": (
            f"http://127.0.0.1:{settings.host_port}/functions/{function_name(kind)}"
        )
        for kind in FUNCTIONS
    }
    forget_stream_positions(settings.data)
    env = environment(
        **proxies,
        BIND_HOST="127.0.0.1",
        GATEWAY_PORT=settings.cloud_port,
        MINISTACK_HOST="localhost",
        MINISTACK_REGION=REGION,
        AWS_DEFAULT_REGION=REGION,
        # Always kept at the end, so that the next run can choose.
        PERSIST_STATE="1",
        STATE_DIR=settings.data / "state",
        S3_DATA_DIR=settings.data / "s3",
        S3_PERSIST="1",
        SFN_WAIT_SCALE=wait_scale,
        # Doors of services that ReferralFlow does not use.
        IOT_MTLS_ENABLED="0",
        SFTP_ENABLED="0",
        DOCKER_HOST="unix:///nowhere",
    )
    command = [builds.CLOUD_VENV / "bin" / "ministack"]
    server = processes.start("cloud", command, settings.data, env)
    server.wait_until(lambda: _answers(f"{settings.cloud}/_ministack/ready"), 60)
    return server


def forget_stream_positions(data):
    """How far the table's stream was read outlives a restart of the local cloud, the stream does not.

    Kept, it would make the reader skip as many records as it had read before. What was on its way is
    lost with the stream; upkeep finds it in the table, as after any fault.
    """
    path = data / "state" / "lambda.json"
    if path.exists():
        state = json.loads(path.read_text())
        state.get("payload", state).pop("dynamodb_stream_positions", None)
        path.write_text(json.dumps(state))


def deploy(settings, processes):
    """`sam deploy`, as for a real cloud but for the address."""
    env = environment(**local_credentials(settings, REGION), SAM_CLI_TELEMETRY="0")
    parameters = f"Stage=local SiteUrl={settings.site} CloudUrl={settings.cloud}"
    sam = [builds.SAM_VENV / "bin" / "sam", "deploy", "--config-env", "local"]
    processes.run("deploy", [*sam, "--parameter-overrides", parameters], ROOT, env)


class Stack:
    """What was deployed."""

    def __init__(self, settings):
        import boto3
        from botocore.config import Config

        self._session = boto3.session.Session(
            aws_access_key_id="test", aws_secret_access_key="test", region_name=REGION
        )
        self._endpoint = settings.cloud
        self._config = Config(retries={"max_attempts": 2}, proxies={}, read_timeout=300)
        stack = self.client("cloudformation").describe_stacks(StackName=STACK)["Stacks"][0]
        self.outputs = {item["OutputKey"]: item["OutputValue"] for item in stack["Outputs"]}

    def client(self, service):
        return self._session.client(service, endpoint_url=self._endpoint, config=self._config)

    def publish_api(self):
        """A deployment after the stack: from this one on the local cloud knows the refusals."""
        api = self.client("cloudformation").describe_stack_resource(
            StackName=STACK, LogicalResourceId="Api"
        )["StackResourceDetail"]["PhysicalResourceId"]
        self.client("apigateway").create_deployment(restApiId=api, stageName=_STAGE_OF_API)

    def functions(self):
        return [self._function(function_name(kind)) for kind in FUNCTIONS]

    def run_upkeep(self, kind):
        answer = self.client("lambda").invoke(
            FunctionName=f"{function_name('upkeep')}:live", Payload=json.dumps({"run": kind})
        )
        if "FunctionError" in answer:
            raise Trouble(f"Upkeep failed: {answer['Payload'].read().decode()}")

    def _function(self, name):
        found = self.client("lambda").get_function_configuration(FunctionName=name, Qualifier="live")
        return Function(
            name,
            found["Handler"],
            found["Timeout"],
            found["MemorySize"],
            found.get("Environment", {}).get("Variables", {}),
        )


def function_name(kind):
    return f"{STACK}-{kind}"


def joint_variables(functions):
    """The variables of all functions as one environment, since they share one process here."""
    joint = {}
    for function in functions:
        for name, value in function.variables.items():
            if joint.setdefault(name, value) != value:
                raise Trouble(f"The functions differ in {name}: on one machine they cannot.")
    return joint


def _answers(address):
    try:
        with urllib.request.urlopen(address, timeout=2) as answer:
            return answer.status == 200
    except (urllib.error.URLError, OSError):
        return False
