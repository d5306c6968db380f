"""In both languages, by day and by night, on a phone, and without scripts."""

import datetime

import pytest
from conftest import today

LAST_MONTH = today().replace(day=1) - datetime.timedelta(days=1)


def test_the_language_is_switched_in_place_and_stays(head):
    head.page.goto(f"/company?period={LAST_MONTH:%Y-%m}")
    with head.page.expect_navigation():
        head.page.locator("form[action='/language'] button[value=en]:visible").first.click()
    assert head.speaks() == "en"
    assert f"period={LAST_MONTH:%Y-%m}" in head.page.url
    head.page.goto("/deals")
    assert head.speaks() == "en"


@pytest.mark.parametrize("address", ["/company", "/accuracy", "/deals"])
def test_no_key_of_a_text_and_no_hole_is_left_on_a_page(head, address):
    for language in ["uk", "en"]:
        head.page.goto(address)
        with head.page.expect_navigation():
            head.page.locator(f"form[action='/language'] button[value={language}]:visible").first.click()
        words = head.page.inner_text("body")
        assert "{{" not in words and "nil" not in words.split() and "nan" not in words.lower().split()


def test_the_dark_theme_is_dark(director):
    def ground():
        director.page.goto("/company")
        return sum(director.page.evaluate(
            "getComputedStyle(document.body).backgroundColor.match(/[0-9]+/g).slice(0, 3).map(Number)"))

    light = ground()
    with director.page.expect_navigation():
        director.page.locator("form[action='/theme'] button[value=dark]:visible").first.click()
    assert ground() < 200 < 600 < light


@pytest.mark.parametrize("address", ["/company", "/accuracy", "/deals", "/sign-in"])
def test_a_phone_never_scrolls_sideways(visit, house, address):
    phone = visit(house, viewport={"width": 375, "height": 800}, device_scale_factor=2, is_mobile=True)
    if address != "/sign-in":
        phone.sign_in("director")
    phone.page.goto(address)
    assert phone.page.evaluate("document.documentElement.scrollWidth") <= 375


@pytest.mark.parametrize("address", ["/company", "/accuracy", "/deals"])
def test_a_page_works_without_scripts(visit, house, address):
    plain = visit(house, java_script_enabled=False).sign_in("director")
    plain.page.goto(address)
    assert plain.page.locator("main table").count() > 0
    assert plain.page.locator("main noscript").count() == 0 or plain.page.inner_text("main").strip()


def test_everything_of_a_page_comes_from_this_server(director, house):
    asked = []
    director.page.on("request", lambda request: asked.append(request.url))
    for address in ["/company", "/accuracy", "/deals"]:
        director.page.goto(address)
        director.page.wait_for_load_state("networkidle")
    assert all(url.startswith((house.address, "data:")) for url in asked)
