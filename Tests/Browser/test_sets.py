"""Real data: a bank's telephone calls counted as its file has them, and a help desk through every page of sales."""

import collections
import csv
import datetime
import json
import subprocess
import zoneinfo

import pytest
from conftest import LIYKA, PASSWORD, ROOT, Server
from test_same import REPORTS, page_of

DATA = (ROOT / ".." / "shared" / "data").resolve()
MISSED = {"no_answer", "busy", "failed", "missed", "voicemail", "no answer"}


def needs(name):
    if not (DATA / name / "deals.csv").exists():
        pytest.skip(f"the data set {name} is not beside this checkout")
    return DATA / name


def run(*words, **more):
    return subprocess.run([LIYKA, *words], check=True, capture_output=True, text=True, timeout=900, **more).stdout


@pytest.fixture(scope="module")
def bank(tmp_path_factory):
    folder = needs("bpic2012")
    database = tmp_path_factory.mktemp("bank") / "liyka.sqlite"
    run("import", folder, "--database", database)
    return folder, database


def calls(folder):
    """Of the file itself: month in the bank's own time, person, direction, seconds."""
    company = dict(csv.reader(open(folder / "company.csv", encoding="utf-8")))
    zone = zoneinfo.ZoneInfo(company["time_zone"])
    for row in csv.DictReader(open(folder / "activities.csv", encoding="utf-8")):
        if row["kind"] == "call":
            at = datetime.datetime.fromisoformat(row["started_at"])
            at = at.astimezone(zone) if at.tzinfo else at.replace(tzinfo=zone)
            yield f"{at:%Y-%m}", row["employee_id"] or None, row["direction"], int(row["duration_s"] or 0), at.hour


def test_calls_of_a_bank_are_counted_by_person_and_month_as_its_file_has_them(bank):
    folder, database = bank
    expected, seconds, long = collections.Counter(), collections.Counter(), collections.Counter()
    for month, person, direction, lasted, _ in calls(folder):
        expected[month, person, direction] += 1
        long[month] += lasted > 3600
        seconds[month, person, direction] += lasted if lasted <= 3600 else 0
    months = sorted({month for month, _, _ in expected})
    assert len(months) >= 3 and sum(expected.values()) > 10_000 and sum(long.values()) > 0
    for month in months:
        said = json.loads(run("report", "events", "--period", month, "--json", "--database", database))
        rows = {(month, row["employee_id"], row["direction"]): row for row in said["rows"] if row["kind"] == "call"}
        assert {key: row["count"] for key, row in rows.items()} == {
            key: count for key, count in expected.items() if key[0] == month}
        assert {key: row["duration_s"] for key, row in rows.items()} == {
            key: seconds[key] for key in expected if key[0] == month}
        assert said["over_1h"] == long[month]
        nobody = sum(count for (when, person, _), count in expected.items() if when == month and person is None)
        assert said["unassigned"] == nobody


def test_hours_are_the_bank_s_own(bank):
    folder, database = bank
    month = max(month for month, *_ in calls(folder))
    hours = collections.Counter(hour for when, _, _, _, hour in calls(folder) if when == month)
    said = json.loads(run("report", "events", "--period", month, "--json", "--database", database))
    found = collections.Counter()
    for cell in said["heat"]:
        found[cell["hour"]] += cell["outbound"] + cell["inbound"]
    assert found == hours


def boss(visit, database):
    """Somebody who sees all of a database that came without people, at its pages."""
    run("user", "add", "boss@obrii.example", "--role", "director", "--database", database, input=PASSWORD + "\n")
    server = Server(database).wait()
    return server, visit(server).sign_in("boss")


def test_what_is_nobody_s_or_endless_is_said_on_the_page(bank, visit):
    folder, database = bank
    month = max(month for month, *_ in calls(folder))
    nobody = sum(1 for when, person, *_ in calls(folder) if when == month and person is None)
    endless = sum(1 for when, _, _, lasted, _ in calls(folder) if when == month and lasted > 3600)
    server, director = boss(visit, database)
    try:
        director.page.goto(f"/reports/events?period={month}")
        words = director.page.inner_text("main .basis").replace("\u202f", "").replace("\u00a0", " ")
        assert str(nobody) in words and str(endless) in words, words
        assert director.page.locator("main section").last.locator("table.calls tbody tr").count() == min(endless, 60)
    finally:
        server.stop()


@pytest.fixture(scope="module")
def desk(tmp_path_factory):
    folder = needs("helpdesk")
    database = tmp_path_factory.mktemp("desk") / "liyka.sqlite"
    run("import", folder, "--database", database)
    return database


@pytest.mark.parametrize("name", REPORTS)
def test_a_help_desk_goes_through_every_report(desk, name):
    scope = ["--scope", "employee:H01"] if name == "period" else []
    said = json.loads(run(
        "report", name, "--as-of", "2013-06-15", "--pipeline", "Tickets", *scope, "--json", "--database", desk))
    assert said["period"]["name"] == "2013-06"
    if name == "funnel":
        assert said["stages"] and sum(stage["count"] for stage in said["stages"]) > 0
    assert run("report", name, "--as-of", "2013-06-15", "--pipeline", "Tickets", *scope, "--database", desk).strip()


def test_a_help_desk_goes_through_the_same_pages(desk, visit):
    server, director = boss(visit, desk)
    try:
        for name in REPORTS:
            scope = "&scope=employee:H01" if name == "period" else ""
            answer = director.page.goto(f"{page_of(name)}?as_of=2013-06-15&pipeline=Tickets{scope}")
            assert answer.status == 200, name
            assert director.page.locator("main .sentence").first.inner_text().strip(), name
            text = director.page.inner_text("main")
            assert "{{" not in text and "nan" not in text.lower().split(), name
    finally:
        server.stop()
