#!/usr/bin/env python3
"""Send a lead, read all leads, keep a copy of them. Python 3.9 or later; nothing to install.

    python3 leads.py send           sends the lead below                                  [[send]]
    python3 leads.py list           prints every lead, one a line
    python3 leads.py mirror         keeps leads.json up to date until you stop it
    python3 leads.py mirror once    brings leads.json up to date and ends

The token is read from the environment variable LEADS_TOKEN.
"""
import json
import os
import sys
import time
import urllib.error
import urllib.parse
import urllib.request
import uuid

BASE_URL = "__BASE_URL__"
TOKEN = os.environ.get("LEADS_TOKEN", "YOUR_API_TOKEN")
TIMEOUT = 60  # seconds; longer than `wait` below
ATTEMPTS = 5


class Refused(Exception):
    """An error response: its status, and the problem that says what is wrong."""

    def __init__(self, status, problem):
        self.status, self.problem = status, problem
        lines = [f"{status} {problem.get('code', '')}: {problem.get('detail', '')}"]
        for error in problem.get("errors", []):
            lines.append(f"  {error.get('pointer') or error.get('parameter')}: {error['detail']}")
        super().__init__("\n".join(lines))


def call(method, path, query=None, body=None):
    """Returns the status and the JSON of the response. Sends again on 429, 500, 503 and lost connections."""
    url = BASE_URL + path + ("?" + urllib.parse.urlencode(query) if query else "")
    data = None if body is None else json.dumps(body).encode()
    headers = {"Authorization": f"Bearer {TOKEN}", "Accept": "application/json"}
    if data is not None:
        headers["Content-Type"] = "application/json"
    if method != "GET":
        headers["Idempotency-Key"] = str(uuid.uuid4())  # the same key for every attempt, so that the lead is written once
    for attempt in range(1, ATTEMPTS + 1):
        request = urllib.request.Request(url, data, headers, method=method)
        try:
            with urllib.request.urlopen(request, timeout=TIMEOUT) as response:
                return response.status, json.loads(response.read() or "null")
        except urllib.error.HTTPError as error:
            text = error.read().decode("utf-8", "replace")
            is_problem = error.headers.get_content_type() == "application/problem+json"
            if error.code not in (429, 500, 503) or attempt == ATTEMPTS:
                raise Refused(error.code, json.loads(text) if is_problem else {"detail": text}) from None
            pause = int(error.headers.get("Retry-After") or 2**attempt)
        except (urllib.error.URLError, ConnectionError, TimeoutError):
            if attempt == ATTEMPTS:
                raise
            pause = 2**attempt
        time.sleep(pause)


# >>> send
def send():
    lead = __LEAD__
    status, stored = call("POST", "/leads", body=lead)
    print(status, stored["id"])


# <<< send
def all_leads():
    cursor = None
    while True:
        _, page = call("GET", "/leads", {"limit": 200, **({"cursor": cursor} if cursor else {})})
        yield from page["data"]
        cursor = page["next_cursor"]
        if cursor is None:
            return


def mirror(once):
    try:
        with open("leads.json", encoding="utf-8") as file:
            copy = json.load(file)
    except FileNotFoundError:
        copy = read_all()
    while True:
        try:
            _, news = call("GET", "/leads/changes", {"wait": 0 if once else 30, "cursor": copy["cursor"]})
        except Refused as refused:
            if refused.problem.get("code") != "feed_reset":
                raise
            copy = read_all()
            continue
        for change in news["data"]:
            if "lead" in change:
                copy["leads"][change["lead_id"]] = change["lead"]
            else:  # it was deleted, or left what this token sees
                copy["leads"].pop(change["lead_id"], None)
        finished = once and not news["data"]
        copy["cursor"] = news["next_cursor"]
        save(copy)
        if finished:
            print(len(copy["leads"]), "leads")
            return


def read_all():
    """Gets the cursor first, then the list. The change feed has everything that changes in between."""
    _, news = call("GET", "/leads/changes", {"cursor": "latest"})
    return {"cursor": news["next_cursor"], "leads": {lead["id"]: lead for lead in all_leads()}}


def save(copy):
    with open("leads.json.new", "w", encoding="utf-8") as file:
        json.dump(copy, file)
    os.replace("leads.json.new", "leads.json")


if __name__ == "__main__":
    command = sys.argv[1] if len(sys.argv) > 1 else ""
    try:
        if command == "list":
            for each in all_leads():
                print(json.dumps(each))
        elif command == "mirror":
            mirror(once=sys.argv[2:] == ["once"])
        elif command == "send":  # [[send]]
            send()  # [[send]]
        else:
            sys.exit(__doc__)
    except Refused as refused:
        sys.exit(str(refused))
