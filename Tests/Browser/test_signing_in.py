"""Who may come in."""


def test_a_stranger_is_asked_to_sign_in_and_comes_to_the_page_that_was_asked_for(visit, house):
    stranger = visit(house)
    stranger.page.goto("/accuracy")
    assert "/sign-in" in stranger.page.url
    stranger.page.fill("input[name=email]", "director@obrii.example")
    stranger.page.fill("input[name=password]", "liyka-demo")
    with stranger.page.expect_navigation():
        stranger.page.click("main button.primary")
    assert stranger.page.url.endswith("/accuracy")


def test_a_wrong_password_is_refused_in_words_and_the_name_is_kept(visit, house):
    stranger = visit(house)
    stranger.page.goto("/sign-in")
    stranger.page.fill("input[name=email]", "analyst@obrii.example")
    stranger.page.fill("input[name=password]", "not this one")
    stranger.page.click("main button.primary")
    stranger.page.wait_for_load_state()
    assert stranger.page.input_value("input[name=email]") == "analyst@obrii.example"
    assert stranger.page.input_value("input[name=password]") == ""
    assert stranger.page.locator("main [role=alert]").inner_text().strip()
    # A refusal is answered with a status of its own, which Chromium reports.
    stranger.complaints.clear()


def test_who_signs_out_is_out(director):
    assert director.status("/company") == 200
    with director.page.expect_navigation():
        director.page.locator("form[action='/sign-out'] button:visible").first.click()
    assert director.status("/company") in (302, 303)
    assert director.status("/api/forecast") == 401


def test_the_session_is_kept_from_scripts_and_other_sites(director):
    cookies = director.context.cookies()
    assert cookies
    session = [cookie for cookie in cookies if cookie["httpOnly"]]
    assert session and all(cookie["sameSite"] in ("Lax", "Strict") for cookie in session)


def test_a_form_without_our_token_changes_nothing(director):
    answer = director.context.request.post("/language", form={"value": "en", "back": "/company"}, max_redirects=0)
    assert answer.status in (400, 403)
    director.page.goto("/company")
    assert director.speaks() == "uk"
