"""Counts to come: the page, its file and the command line say the same, and a number leads to what it counts."""

import csv
import io
import json
import subprocess

import pytest
from conftest import LIYKA, numbers, today

TODAY = f"{today():%Y-%m-%d}"


def told(house, *words):
    return json.loads(subprocess.run(
        [LIYKA, "series", *words, "--as-of", TODAY, "--json", "--database", house.database], check=True,
        capture_output=True, text=True, timeout=300).stdout)


@pytest.mark.parametrize("kind", ["deals", "won", "calls_inbound"])
@pytest.mark.parametrize("grain", ["week", "month"])
def test_the_page_the_file_and_the_command_line_say_the_same(director, house, kind, grain):
    asked = f"count={kind}&grain={grain}&as_of={TODAY}"
    answer = director.context.request.get(f"/api/reports/series?{asked}").json()
    assert answer == told(house, "--kind", kind, "--by", grain)
    lines = list(csv.DictReader(io.StringIO(director.context.request.get(
        f"/api/reports/series?{asked}&format=csv").text())))
    assert [float(line["mean"]) for line in lines] == [step["mean"] for step in answer["steps"]]
    director.page.goto(f"/reports/series?{asked}")
    shown = director.page.locator("main section").nth(1).locator("tbody tr td:nth-child(3)").all_inner_texts()
    assert [abs(float(numbers(text)[0]) - step["mean"]) <= 0.5 for text, step in zip(shown, answer["steps"])] == [
        True] * len(answer["steps"])
    assert director.page.locator("main figure svg.wide rect").count() >= len(answer["steps"])


def test_a_number_of_wins_leads_to_those_wins(director):
    director.page.goto("/reports/series?count=won&grain=month")
    row = director.page.locator("main section").nth(2).locator("tbody tr").first
    count = int(numbers(row.locator("td").first.inner_text())[0])
    listed = director.context.request.get("/api" + row.locator("td a").get_attribute("href")).json()
    assert listed["total"] == count > 0


def test_what_is_counted_and_how_is_chosen_on_the_page(director):
    director.page.goto("/reports/series")
    with director.page.expect_navigation():
        director.page.locator("main .segments a").last.click()
    assert "grain=month" in director.page.url
    director.page.locator(".chips summary").nth(2).click()
    assert director.status("/api/reports/series?count=nothing") == 400


def test_a_seller_sees_their_own_counts_and_nobody_else_s(seller):
    assert seller.status("/api/reports/series?scope=company") == 404
    assert seller.context.request.get("/api/reports/series?count=won").json()["scope"] == "employee:s01"
