"""Tokens with which programs read in somebody's place."""

import json
import urllib.error
import urllib.request

PASSWORD = "liyka-demo"


def ask(house, address, token):
    """Status and document, as a program without cookies gets them."""
    request = urllib.request.Request(house.address + address, headers={"Authorization": f"Bearer {token}"})
    try:
        with urllib.request.urlopen(request) as answer:
            return answer.status, json.load(answer)
    except urllib.error.HTTPError as answer:
        return answer.code, json.load(answer)


def make(page, name, until=""):
    page.goto("/account")
    page.click("#tokens details.act > summary")
    page.fill("#tokens input[name=name]", name)
    page.fill("#tokens input[name=until]", until)
    page.fill("#tokens input[name=current]", PASSWORD)
    page.click("#tokens button[value=token]")
    return page.inner_text("#tokens .told-once code >> nth=0")


def row(page, name):
    return page.locator("#tokens tr", has_text=name)


def test_a_seller_makes_a_token_for_a_program_that_sees_no_more_than_they_do_and_withdraws_it(seller, house):
    token = make(seller.page, "Power BI", "2199-12-31")
    assert token.startswith("liyka_") and len(token) == 70
    status, forecast = ask(house, "/api/forecast", token)
    assert status == 200 and forecast["scope"] == "employee:s01"
    for address in ["/api/forecast?scope=company", "/api/deals?scope=employee:s02"]:
        assert ask(house, address, token)[0] == 404
    seller.page.goto("/account")
    assert token not in seller.page.content()
    assert "31.12.2199" in row(seller.page, "Power BI").inner_text()
    with seller.page.expect_navigation():
        row(seller.page, "Power BI").locator("button[value=withdraw]").click()
    assert row(seller.page, "Power BI").count() == 0
    status, refusal = ask(house, "/api/forecast", token)
    assert status == 401 and refusal["error"]["code"] == "wrong_token"
    assert token not in "".join(house.said)


def test_a_token_is_not_made_with_a_wrong_password_and_what_was_typed_stays(head):
    head.page.goto("/account")
    head.page.click("#tokens details.act > summary")
    head.page.fill("#tokens input[name=name]", "звіт")
    head.page.fill("#tokens input[name=current]", "not this one")
    head.page.click("#tokens button[value=token]")
    assert head.page.locator("#tokens [role=alert]").inner_text().strip()
    assert head.page.input_value("#tokens input[name=name]") == "звіт"
    assert head.page.locator("#tokens tbody tr").count() == 0
    # A refusal is answered with a status of its own, which Chromium reports.
    head.complaints.clear()


def test_an_administrator_sees_whose_tokens_there_are_and_withdraws_them(director, visit, house):
    token = make(director.page, "аркуш")
    admin = visit(house).sign_in("admin")
    admin.page.goto("/settings")
    found = admin.page.locator("tr", has_text="аркуш")
    assert "Віктор Демченко" in found.inner_text() and token not in admin.page.content()
    with admin.page.expect_navigation():
        found.locator("button[value=withdraw]").click()
    assert ask(house, "/api/deals", token)[0] == 401


def test_the_page_speaks_both_languages_and_fits_a_phone(visit, house):
    phone = visit(house, viewport={"width": 360, "height": 800}, device_scale_factor=2, is_mobile=True)
    phone.sign_in("director")
    make(phone.page, "a program with quite a long name of its own", "2199-12-31")
    for language, word in [("en", "Tokens for programs"), ("uk", "Токени для програм")]:
        phone.page.goto(f"/account?lang={language}")
        assert word in phone.page.inner_text("#tokens h2")
        assert phone.page.evaluate("document.documentElement.scrollWidth") <= 360
    with phone.page.expect_navigation():
        row(phone.page, "a program").locator("button[value=withdraw]").click()
