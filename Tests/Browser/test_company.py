"""The forecast on the screen, from the company down to a person."""

import datetime
import re
from urllib.parse import unquote

from conftest import numbers, today

LAST_MONTH = today().replace(day=1) - datetime.timedelta(days=1)


def test_the_director_sees_the_forecast_at_once(director):
    director.page.goto("/")
    text = director.page.inner_text("main")
    assert director.speaks() == "uk"
    assert "млн" in text or "тис" in text
    assert len(numbers(text)) > 20


def test_company_department_and_person_are_one_click_apart(director):
    director.page.goto("/company")
    director.page.locator("main table a", has_text="Корпоративні продажі").first.click()
    director.page.wait_for_url("**scope=department**")
    assert "department:Корпоративні" in unquote(director.page.url)
    director.page.locator("main table a", has_text="Олег Бойко").first.click()
    director.page.wait_for_url("**scope=employee**")
    assert "employee:s01" in unquote(director.page.url)
    assert "Олег Бойко" in director.page.inner_text("body")


def timeless(words):
    """Without the minute at which a page was made: the other reader opens it later."""
    return re.sub(r"\d{1,2}:\d{2}", "", words)


def test_an_address_is_a_link_that_can_be_sent(director, visit, house):
    link = "/company?scope=department:" + "Постійні клієнти" + f"&period={LAST_MONTH:%Y-%m}"
    director.page.goto(link)
    words = timeless(director.page.inner_text("main"))
    assert "Постійні клієнти" in director.page.inner_text("body")
    other = visit(house).sign_in("director")
    other.page.goto(link)
    assert timeless(other.page.inner_text("main")) == words


def test_the_chart_is_really_drawn(director):
    director.page.goto("/company")
    director.page.wait_for_load_state("networkidle")
    chart = director.page.locator("main .chart").first
    box = chart.bounding_box()
    assert box["width"] > 300 and box["height"] > 120
    assert director.ink(chart) > 8
    assert chart.locator("canvas, svg").count() > 0


def test_accuracy_shows_the_methods_beside_each_other(director):
    director.page.goto("/accuracy")
    for method in ["Модель", "За статистикою", "За шаблоном", "Як минулого разу"]:
        row = director.page.locator("main table:visible tr", has_text=method).last
        assert len(numbers(row.inner_text().replace("<\u202f0", "0"))) >= 3, row.inner_text()


def test_a_deal_is_reached_from_the_list_and_shows_its_log(director):
    director.page.goto("/deals")
    row = director.page.locator("main table a[href^='/deals/']").first
    title = row.inner_text().strip()
    row.click()
    director.page.wait_for_url("**/deals/*")
    assert title in director.page.inner_text("body")
    assert "Звернення" in director.page.inner_text("main")


def test_a_look_at_the_past_says_so_on_the_page(director):
    director.page.goto(f"/company?as_of={LAST_MONTH:%Y-%m-10}&period={LAST_MONTH:%Y-%m}")
    assert director.page.locator(".past-bar").is_visible()
