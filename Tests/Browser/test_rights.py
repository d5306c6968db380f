"""Everyone sees their own part of the company, whatever address they type."""

import pytest

FORBIDDEN = [
    "/company?scope=company",
    "/company?scope=employee:s02",
    "/company?scope=department:Корпоративні продажі",
    "/accuracy?scope=company",
    "/deals?scope=employee:s02",
    "/api/forecast?scope=company",
    "/api/forecast?scope=employee:s02",
    "/api/backtest?scope=company",
    "/api/deals?scope=employee:s02",
    "/reports/funnel?scope=employee:s02",
    "/reports/planfact?scope=company",
    "/api/reports/planfact?scope=employee:s02",
]


@pytest.mark.parametrize("address", FORBIDDEN)
def test_a_seller_who_asks_for_anothers_figures_finds_nothing(seller, address):
    assert seller.status(address) == 404


def test_what_is_not_theirs_looks_like_what_does_not_exist(seller):
    theirs = seller.context.request.get("/company?scope=employee:s02")
    nobodys = seller.context.request.get("/company?scope=employee:s99")
    assert theirs.status == nobodys.status == 404
    assert theirs.text().replace("s02", "s99") == nobodys.text()


def test_a_seller_sees_no_colleague_and_no_total_of_others(seller):
    seller.page.goto("/company")
    words = seller.page.inner_text("body")
    assert "Олег Бойко" in words
    assert "Андрій Гнатюк" not in words and "Корпоративні продажі" not in seller.page.inner_text("main")


def test_a_seller_cannot_open_a_colleagues_deal(seller, director):
    director.page.goto("/deals?scope=employee:s02")
    address = director.page.locator("main table a[href^='/deals/']").first.get_attribute("href")
    assert director.status(address) == 200
    assert seller.status(address) == 404


def test_a_head_sees_the_department_and_no_other(head):
    assert head.status("/company?scope=department:Корпоративні продажі") == 200
    assert head.status("/company?scope=employee:s02") == 200
    assert head.status("/company?scope=department:Постійні клієнти") == 404
    assert head.status("/company?scope=company") == 404
