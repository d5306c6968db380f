"""Every report, walked: page, JSON, CSV, workbook and command line say the same, and totals are the sum of what is seen."""

import csv
import io
import json
import math
import re
import subprocess

import openpyxl
import pytest
from conftest import LIYKA, today

AS_OF = f"{today():%Y-%m-%d}"
ASKED = f"as_of={AS_OF}&scope=company&lang=uk"
# What the words of a report are, and not its figures: the page's are for its reader, the command line's for anybody.
WORDS = {"as_of"}


def reports():
    """The names that this very program knows: one that is added is walked too."""
    said = subprocess.run([LIYKA, "report", "--help"], check=True, capture_output=True, text=True).stdout
    listed = re.search(r"Which one \(values:(.*?)\)", said, re.S).group(1)
    return [name.strip() for name in listed.split(",")]


REPORTS = reports()


# These are read where they are set.
PLACES = {"bonuses": "/bonuses", "plans": "/plans", "commissions": "/bonuses/plans"}


def page_of(name):
    return PLACES.get(name, f"/reports/{name}")


def scope_of(name):
    return "employee:s01" if name == "period" else "company"


def asked(name):
    return ASKED.replace("scope=company", f"scope={scope_of(name)}")


def get(visitor, path):
    answer = visitor.context.request.get(path)
    assert answer.ok, (path, answer.status, answer.text()[:300])
    return answer


def told(house, name, *words):
    said = subprocess.run(
        [LIYKA, "report", name, "--as-of", AS_OF, "--scope", scope_of(name), *words, "--lang", "uk", "--database",
         house.database], check=True, capture_output=True, text=True, timeout=300)
    return said.stdout


def figures(value):
    """All numbers in an answer."""
    if isinstance(value, dict):
        return [one for part in value.values() for one in figures(part)]
    if isinstance(value, list):
        return [one for part in value for one in figures(part)]
    return [value] if isinstance(value, (int, float)) and not isinstance(value, bool) else []


def bare(value):
    """Without words."""
    if isinstance(value, dict):
        return {key: bare(part) for key, part in value.items() if key not in WORDS}
    return [bare(part) for part in value] if isinstance(value, list) else value


@pytest.mark.parametrize("name", REPORTS)
def test_the_command_line_says_what_the_api_says(director, house, name):
    found = get(director, f"/api/reports/{name}?{asked(name)}").json()
    assert bare(found) == bare(json.loads(told(house, name, "--json")))
    lines = list(csv.reader(io.StringIO(get(director, f"/api/reports/{name}?{asked(name)}&format=csv").text())))
    spoken = list(csv.reader(io.StringIO(told(house, name, "--csv"))))
    assert lines[0] == spoken[0] and len(lines) == len(spoken)
    silent = {place for place, head in enumerate(lines[0]) if head in WORDS}
    for one, other in zip(lines, spoken):
        assert [cell for place, cell in enumerate(one) if place not in silent] == [
            cell for place, cell in enumerate(other) if place not in silent]


@pytest.mark.parametrize("name", REPORTS)
def test_the_file_and_the_workbook_hold_the_figures_of_the_answer(director, name):
    answer = get(director, f"/api/reports/{name}?{asked(name)}").json()
    known = {round(one, 4) for one in figures(answer)}
    lines = list(csv.reader(io.StringIO(get(director, f"/api/reports/{name}?{asked(name)}&format=csv").text())))
    book = openpyxl.load_workbook(io.BytesIO(get(director, f"/api/reports/{name}?{asked(name)}&format=xlsx").body()))
    cells = [list(row) for row in book.worksheets[0].iter_rows(values_only=True)]
    assert len(cells) == len(lines)
    for line, row in zip(lines[1:], cells[1:]):
        for head, text, cell in zip(lines[0], line, row):
            if not re.fullmatch(r"-?\d+(\.\d+)?", text) or head.endswith("_id"):
                continue
            assert round(float(text), 4) in known, (name, head, text)
            if isinstance(cell, (int, float)):
                assert abs(cell - float(text)) < 1e-9 * max(1, abs(cell)), (name, head, text, cell)


def shown(text):
    """The figures of a cell: value, and how exact it is said."""
    if re.search(r"\d\.\d\d\.\d{4}", text):
        return
    plain = text.replace("\u202f", "").replace("\u00a0", "").replace("−", "-").replace("–", " ").replace(",", ".")
    lasted = re.search(r"(\d+)\s*год\s*(\d+)\s*хв", plain)
    if lasted:
        yield int(lasted.group(1)) * 60 + int(lasted.group(2)), 0.5
        return
    for found in re.finditer(r"(?<![\w.])[+-]?\d+(?:\.\d+)?", plain):
        number = found.group()
        places = len(number.split(".")[1]) if "." in number else 0
        if plain.lstrip().startswith(">"):
            # Nearly sure: more than this, and less than all.
            yield float(number) + 0.75, 0.25
            continue
        yield float(number), 0.5 * 10 ** -places


def test_every_figure_in_a_table_of_a_report_is_one_of_its_answer(director):
    """Sums and differences that a page makes for its reader are made here too."""
    missing = []
    for name in REPORTS:
        answer = get(director, f"/api/reports/{name}?{asked(name)}").json()
        known = sorted({abs(one) for one in figures(answer)} | set(made(name, answer)) | {0})
        director.page.goto(f"{page_of(name)}?{asked(name)}")
        # What people said of their period is in the answer of the submissions alone, the own funnel in the funnel's.
        own = "" if name == "submissions" else ":not(#submissions)"
        section = "" if name in PLACES else f"section{own} "
        cells = director.page.locator(f"main {section}table:not(.own) tbody td.n:not(.quiet)").all_inner_texts()
        # What a commission plan pays is said in words.
        assert cells or name in ("actions", "today", "commissions"), name
        for text in cells:
            for value, slack in shown(text):
                sizes = [1, 100, 1_000, 1_000_000, 60, 3_600]
                if not any(near(abs(value), slack, known, size) for size in sizes):
                    missing.append((name, text))
    assert not missing, missing[:20]


def near(value, slack, known, size):
    """Some figure of the answer, in this unit, is said so."""
    scaled = (lambda one: one * 100) if size == 100 else (lambda one: one / size)
    return any(abs(scaled(one) - value) <= slack + 1e-6 for one in known)


def made(name, answer):
    """What a page adds up or takes away for its reader."""
    if name == "estimate":
        # Columns in thousands add up as they are shown, and gaps are between what is shown.
        won = answer["won_to_date"]
        for part in answer["stages"] + [answer["new_business"], answer["totals"], won]:
            both = {key: thousands(part[key]) for key in ("template", "statistical", "model") if part.get(key) is not None}
            for cells in both.values():
                yield from map(abs, cells)
            for template in both.get("template", []):
                for model in both["model"]:
                    yield abs(model - template)
    if name == "planfact":
        # Columns in thousands add up as they are shown: one of their cells is the next thousand up or down.
        for part in answer["stages"] + [answer["new_business"], {"fact": answer["totals"]["fact_amount"]}]:
            for key in ("template", "statistical", "model", "fact"):
                if part.get(key) is not None:
                    yield from map(abs, thousands(part[key]))
        for stage in answer["stages"]:
            # Of those who came, neither moved on nor left.
            yield stage["entered"] - stage["moved_on"] - stage["failed"]
        for stage in answer["stages"] + [answer["totals"]]:
            for plan, fact in (("plan_entered", "forecast_entered"), ("plan_won", "forecast_won")):
                if stage.get(plan) is not None and stage.get(fact) is not None:
                    yield abs(stage[fact] - stage[plan])
                    # Of pieces the difference of what is shown, with as many decimals as it takes.
                    for places in (0, 1, 2):
                        yield abs(round(stage[fact], places) - round(stage[plan], places))
    if name == "events":
        for person in answer["people"] + [answer["whole"]]:
            if person["open_deals"]:
                yield person["touched_deals"] / person["open_deals"]
        for person in {row["employee_id"] for row in answer["rows"]} | {ALL}:
            yield talk(answer, person)
    if name == "submissions":
        for person in answer["people"]:
            if person["holding"] is not None:
                yield abs(person["holding"] - person["model"])
    if name == "period" and answer.get("bonus"):
        # What a ceiling takes away of what the rules give.
        for accrual in answer["bonus"]["accruals"]:
            for key in ("to_date", "expected"):
                yield abs(accrual[key] - sum(rule[key] for rule in accrual["rules"]))


def thousands(value):
    """The next ones below and above."""
    return [math.floor(value / 1_000) * 1_000, math.ceil(value / 1_000) * 1_000]


ALL = object()


def talk(answer, person):
    return sum(row["talk_s"] for row in answer["rows"]
               if row["kind"] == "call" and (person is ALL or row["employee_id"] == person))


@pytest.mark.parametrize("name", [name for name in REPORTS if name in ("estimate", "funnel", "planfact", "team")])
def test_totals_are_the_sum_of_what_the_reader_may_see(director, head, name):
    """A head's total is that of their people; the company's that of its departments' people and nobody's."""
    if name == "team":
        for visitor in (director, head):
            answer = get(visitor, f"/api/reports/team?as_of={AS_OF}").json()
            whole = answer["amount"]["won_to_date"]
            assert round(sum(row["amount"]["won_to_date"] for row in answer["people"]) - whole, 2) == 0
        return
    total = {"estimate": ("totals", "model"), "funnel": ("totals", "amount"), "planfact": ("totals", "model")}[name]

    def of(visitor, scope):
        answer = get(visitor, f"/api/reports/{name}?as_of={AS_OF}&scope={scope}").json()
        return answer[total[0]][total[1]]

    tops = [part["scope"] for part in get(director, f"/api/forecast?as_of={AS_OF}&scope=company&by=department").json()["parts"]
            if part.get("parent") in (None, "company")]
    assert len(tops) > 1
    assert round(sum(of(director, scope) for scope in tops) - of(director, "company"), 2) == 0
    own = get(head, f"/api/forecast?as_of={AS_OF}&by=employee").json()
    people = [part["scope"] for part in own["parts"]]
    assert round(sum(of(head, scope) for scope in people) - of(head, own["scope"]), 2) == 0
    assert all(head.status(f"/api/reports/{name}?scope={scope}") == 404 for scope in set(tops) - {own["scope"]})
