"""Refreshes a record and reads it back. Python 3.9 or newer, standard library only.

LEDGER_USER=operator LEDGER_PASSWORD=operator python3 liveness_ledger.py <record id>
"""

import base64
import json
import os
import sys
import urllib.error
import urllib.parse
import urllib.request
import uuid
from decimal import Decimal

BASE = os.environ.get("LEDGER_URL", "http://localhost:8080").rstrip("/")
TIMEOUT_SECONDS = 60  # a refresh waits for the vendor, who may be tried three times


class Problem(Exception):
    """What the service refused or could not do, as it said it (RFC 9457)."""

    def __init__(self, problem, status, retry_after=None):
        self.problem = problem
        self.status = status
        self.retry_after = retry_after
        self.code = problem.get("type", "").rsplit("/", 1)[-1] or problem.get("title") or "unknown"
        detail = problem.get("detail") or problem.get("title") or "no detail"
        text = f"problem {self.code} ({status}): {detail}"
        if problem.get("instance"):
            text += f" [request {problem['instance']}]"
        if retry_after:
            text += f" [retry after {retry_after}]"
        super().__init__(text)


class UnexpectedAnswer(Exception):
    """Neither a result nor a problem: something else answers at this address."""


class _NoRedirect(urllib.request.HTTPRedirectHandler):
    """The ledger never redirects, and urllib would take the password along."""

    def redirect_request(self, *args, **kwargs):
        return None


_opener = urllib.request.build_opener(_NoRedirect)


def refresh(record_id):
    """Fetches the record from the vendor now and keeps the answer: result, record, observation."""
    return _call("POST", record_id, "/refresh")


def read(record_id):
    """Reads the record from the store; the vendor is not asked."""
    return _call("GET", record_id, "")


def _call(method, record_id, action):
    path = urllib.parse.quote(record_id, safe="")
    credentials = f"{os.environ['LEDGER_USER']}:{os.environ['LEDGER_PASSWORD']}".encode("utf-8")
    request = urllib.request.Request(
        f"{BASE}/v1/document-liveness/{path}{action}",
        method=method,
        headers={
            "Accept": "application/json, application/problem+json",
            "Authorization": "Basic " + base64.b64encode(credentials).decode("ascii"),
            # stands in the service's log, and in a problem's "instance"
            "X-Request-Id": str(uuid.uuid4()),
        },
    )
    try:
        with _opener.open(request, timeout=TIMEOUT_SECONDS) as response:
            return _result(response)
    except urllib.error.HTTPError as error:
        with error:
            raise _refusal(error) from None


def _result(response):
    if response.headers.get_content_type() != "application/json":
        raise UnexpectedAnswer(
            f"unexpected answer: {response.status}, {response.headers.get_content_type()}"
        )
    # Decimal keeps every digit, trailing zeros too: what the vendor wrote is evidence
    return json.load(response, parse_float=Decimal)


def _refusal(error):
    content_type = error.headers.get_content_type()
    if content_type != "application/problem+json":
        return UnexpectedAnswer(f"unexpected answer: {error.code}, {content_type}")
    return Problem(json.load(error), error.code, error.headers.get("Retry-After"))


def _text(value):
    return "unknown" if value is None else str(value).lower()


def main(record_id):
    refreshed = refresh(record_id)
    observation = refreshed["observation"]
    revision = observation.get("revision")
    print(
        f"refreshed {record_id}: {refreshed['result']}, observation {observation['number']}, "
        f"revision {'none' if revision is None else revision}"
    )

    record = read(record_id)
    freshness = record["freshness"]
    print(
        f"read {record_id}: live={_text(record.get('live'))}, "
        f"state={freshness['state']}, upstream={freshness['upstream']}"
    )
    for name, check in (record.get("checks") or {}).items():
        if check and check.get("score") is not None:
            print(f"score {name}: {check['score']}")


if __name__ == "__main__":
    try:
        if len(sys.argv) != 2 or not all(map(os.environ.get, ("LEDGER_USER", "LEDGER_PASSWORD"))):
            sys.exit("usage: LEDGER_USER=… LEDGER_PASSWORD=… python3 liveness_ledger.py <record id>")
        main(sys.argv[1])
    except (Problem, UnexpectedAnswer) as failure:
        sys.exit(" ".join(str(failure).split()))
    except (OSError, ValueError) as failure:  # no connection, a timeout, an answer that is no JSON
        sys.exit(" ".join(f"{BASE}: {getattr(failure, 'reason', failure)}".split()))
