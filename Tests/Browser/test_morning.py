"""A seller's morning: the strip, the own period, questions answered in place."""

import datetime

from conftest import numbers, today

FIRST = today().replace(day=1)
LAST_MONTH = FIRST - datetime.timedelta(days=1)
NEXT_MONTH = FIRST + datetime.timedelta(days=32)


def strip(visitor):
    return visitor.page.inner_text(".strip ul").replace("\u202f", "").replace("\u00a0", " ")


def test_the_strip_stands_on_every_page_of_a_seller_and_of_nobody_who_has_no_plan(seller, director):
    for address in ["/", "/deals", "/accuracy", "/bonuses", "/reports/estimate"]:
        seller.page.goto(address)
        words = strip(seller)
        assert "План" in words and "Бонус" in words and "%" in words, address
    director.page.goto("/")
    assert director.page.locator(".strip").count() == 0


def test_my_period_says_what_is_sold_and_what_bonus_there_is(seller):
    seller.page.goto("/")
    sentence = seller.page.inner_text(".sentence")
    assert "Уже продано" in sentence and "Бонус" in sentence
    assert len(numbers(sentence)) >= 5


def test_questions_are_answered_in_place(seller):
    """Of the coming month, in which there is always something to know."""
    address = f"/reports/period?period={NEXT_MONTH:%Y-%m}"
    seller.page.goto(address)
    for _ in range(3):
        card = seller.page.locator(".asks .card").first
        asked = card.locator("h3").inner_text() + card.locator("a").first.inner_text()
        if card.locator("details:has(input[name=reason])").count():
            card.locator("details:has(input[name=reason]) summary").click()
            card.locator("button[value=lost]").click()
        elif card.locator("details:has(input[name=amount])").count():
            card.locator("details:has(input[name=amount]) summary").click()
            card.locator("input[name=amount]").fill("9000000")
            card.locator("button[value=amount]").click()
        else:
            card.locator("details:has(input[name=day]) summary").click()
            card.locator("button[value=close]").click()
        seller.page.wait_for_load_state("networkidle")
        assert f"period={NEXT_MONTH:%Y-%m}" in seller.page.url
        cards = seller.page.locator(".asks .card").all()
        assert asked not in [c.locator("h3").inner_text() + c.locator("a").first.inner_text() for c in cards]


def test_where_each_hryvnia_comes_from(seller):
    seller.page.goto(f"/bonuses?period={LAST_MONTH:%Y-%m}")
    words = seller.page.inner_text("main")
    assert "Олег Бойко" in words
    rows = seller.page.locator("section table tbody tr")
    assert rows.count() >= 2 or "Ще нічого не нараховано" in words
