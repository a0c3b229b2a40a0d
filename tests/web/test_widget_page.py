"""The widget in a portal's page of another origin, in a real browser."""

from __future__ import annotations

import importlib.util
import json
import random
import shutil
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from types import ModuleType
from typing import Any
from urllib.parse import urlsplit

import httpx
import pytest

from bot.access.portals import Portals
from bot.evaluation.ports import free_port
from bot.web.chat.theme import asset
from tests.web.conftest import ROOT, Server, start_server, wait_for

pytestmark = pytest.mark.browser

SALARY = "Was verdient ein Key Account Manager?"
PAGES = ROOT / "examples" / "portal" / "pages"
LAUNCHER = "karriere-lotse .launcher"
DIALOG = "karriere-lotse dialog"
REFUSED = "frame-ancestors"
ACCENTS = ("#ffff00", "#777777", "#000000", "#fff", "#7a1f3d", "#0f0")
COPY = """element => Object.fromEntries(
  [...getComputedStyle(element)].map(name => [name, getComputedStyle(element)[name]]))"""


@dataclass
class Site:
    """The demo portal and further pages, and the server whose widget they load."""

    server: Server
    folder: Path
    origin: str
    """Which may embed."""
    stranger: str
    """The same pages at an origin that may not."""

    def page(self, name: str, scripts: str, body: str = "", style: bool = True) -> str:
        """Writes a page; ``WIDGET`` stands for the script's address. Gives its path."""
        link = '<link rel="stylesheet" href="portal.css">' if style else ""
        html = (
            '<!doctype html><html lang="de"><head><meta charset="utf-8"><title>Portal</title>'
            '<meta name="viewport" content="width=device-width, initial-scale=1">'
            f'<link rel="icon" href="icon.svg">{link}{scripts}</head><body>{body}</body></html>'
        )
        made = html.replace("WIDGET", f"{self.server.url}/widget.js")
        (self.folder / f"{name}.html").write_text(made, encoding="utf-8")
        return f"/{name}.html"


def _example() -> ModuleType:
    spec = importlib.util.spec_from_file_location("portal", PAGES.parent / "serve.py")
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@contextmanager
def site(database: Path, folder: Path, **environment: str) -> Iterator[Site]:
    """A portal and a server that know each other."""
    shutil.copytree(PAGES, folder, dirs_exist_ok=True)
    shutil.copy(ROOT / "bot" / "web" / "assets" / "icon.svg", folder)
    port = free_port()
    with _example().make_server(f"http://127.0.0.1:{port}", pages=folder) as portal:
        # Another host than the widget's, so that browsers take the frame for a third party's.
        origin = f"http://localhost:{portal.server_port}"
        threading.Thread(target=portal.serve_forever, daemon=True).start()
        server = start_server(database, port, **{"LOTSE_ORIGINS": origin, **environment})
        try:
            stranger = f"http://127.0.0.1:{portal.server_port}"
            yield Site(wait_for(server), folder, origin, stranger)
        finally:
            if server.process.poll() is None:
                server.stop()
            portal.shutdown()


@pytest.fixture(scope="module")
def portal(database: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    with site(database, tmp_path_factory.mktemp("portal")) as made:
        yield made


@dataclass
class Opened:
    """A portal's page, with what it asked for and complained about."""

    page: Any
    hosts: set[str] = field(default_factory=set)
    errors: list[str] = field(default_factory=list)
    warnings: list[str] = field(default_factory=list)
    policies: list[str] = field(default_factory=list)

    def chat(self, place: str = DIALOG) -> Any:
        """The inside of a frame, once the page has told it who it is."""
        frame = self.page.frame_locator(f"{place} iframe")
        frame.locator("html[data-embedded]").wait_for()
        return frame

    def open(self) -> Any:
        """Opens the button's chat."""
        self.page.locator(LAUNCHER).click()
        frame = self.chat()
        frame.locator(".suggestion").first.wait_for()
        return frame

    def heard(self) -> list[dict[str, Any]]:
        """The events so far, with whether they came from the button's chat."""
        return list(self.page.evaluate("window.heard"))


LISTEN = """
window.heard = [];
addEventListener("karrierelotse:loaded", () => {
  for (const name of ["ready", "opened", "closed", "question", "answer", "error",
    "token-expired", "height"]) {
    window.Karrierelotse.on(name, ({ widget, ...told }) => window.heard.push(
      { ...told, inline: widget.dataset.inline !== undefined }));
  }
});
"""


@pytest.fixture
def visitor(browser: Any) -> Iterator[Callable[..., Opened]]:
    """Opens portals' pages; at the end none may have thrown, or met a policy but where named."""
    contexts: list[Any] = []
    visits: list[tuple[Opened, set[str], str]] = []

    def visit(portal: Site, path: str = "/", refused: str = "", **options: Any) -> Opened:
        base = options.pop("base", portal.origin)
        size = {"width": 1280, "height": 800}
        # What moves would be measured on its way.
        settings = {"locale": "de-DE", "viewport": size, "reduced_motion": "reduce", **options}
        context = browser.new_context(**settings)
        context.set_default_timeout(60_000)
        contexts.append(context)
        context.add_init_script(f"if (window === top) {{ {LISTEN} }}")
        page = context.new_page()
        made = Opened(page)
        page.on("request", lambda request: made.hosts.add(urlsplit(request.url).netloc))
        page.on("pageerror", lambda error: made.errors.append(str(error)))
        page.on("dialog", lambda dialog: (made.errors.append(dialog.message), dialog.dismiss()))

        def told(message: Any) -> None:
            if message.type == "warning":
                made.warnings.append(message.text)
            if "Content Security Policy" in message.text:
                made.policies.append(message.text)

        page.on("console", told)
        hosts = {urlsplit(one).netloc for one in (portal.origin, portal.stranger)}
        visits.append((made, {*hosts, urlsplit(portal.server.url).netloc, ""}, refused))
        page.goto(base + path)
        return made

    yield visit
    for context in contexts:
        context.close()
    for made, hosts, refused in visits:
        assert made.hosts <= hosts, made.hosts - hosts
        assert made.errors == []
        assert [one for one in made.policies if not refused or refused not in one] == []


def ask(frame: Any, question: str) -> Any:
    """Asks by keyboard and gives the finished turn."""
    before = frame.locator(".turn").count()
    box = frame.get_by_role("textbox")
    box.fill(question)
    box.press("Enter")
    turn = frame.locator(".turn").nth(before)
    turn.locator(".answer[aria-busy=false]").wait_for()
    return turn


def until(page: Any, expression: str) -> None:
    """Waits for it to hold. Playwright's own way needs eval, which the portal's policy forbids."""
    for _ in range(1200):
        if page.evaluate(expression):
            return
        page.wait_for_timeout(50)
    pytest.fail(f"never true: {expression}")


def fits(frame_or_page: Any) -> bool:
    return bool(
        frame_or_page.locator(":root").evaluate("root => root.scrollWidth <= root.clientWidth")
    )


def focused(page: Any) -> str:
    """What has the focus, looking into the shadow root."""
    return str(
        page.evaluate(
            """() => {
              let one = document.activeElement;
              while (one.shadowRoot?.activeElement) one = one.shadowRoot.activeElement;
              return one.className || one.tagName;
            }"""
        )
    )


def luminance(colour: str) -> float:
    channels = [int(part) / 255 for part in colour[colour.index("(") + 1 : -1].split(",")[:3]]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(element: Any) -> float:
    ink, ground = element.evaluate(
        """element => {
          const opaque = e => {
            const colour = getComputedStyle(e).backgroundColor;
            return /^rgba.*, 0\\)|transparent/.test(colour) && e.parentElement
              ? opaque(e.parentElement) : colour;
          };
          return [getComputedStyle(element).color, opaque(element)];
        }"""
    )
    lighter, darker = sorted((luminance(ink), luminance(ground)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def test_the_button_opens_a_chat_and_the_portal_hears_of_it(
    portal: Site, visitor: Any, shot: Callable[[Any, str], None]
) -> None:
    opened = visitor(portal)
    shot(opened.page, "widget-closed")
    frame = opened.open()
    assert frame.get_by_role("heading", level=1).inner_text() == "Frag den Karrierelotsen"
    assert "Willkommen bei Stellenwerk!" in frame.locator(".welcome").inner_text()
    examples = frame.get_by_role("group", name="Beispielfragen").get_by_role("button")
    assert all("Key Account Manager" in one for one in examples.all_inner_texts())
    assert frame.get_by_text("nicht mit einem Menschen").is_visible()
    link = frame.get_by_role("link", name="Ganze Anwendung öffnen")
    assert link.evaluate("link => link.href") == f"{portal.server.url}/?lang=de"
    shot(opened.page, "widget-open")
    turn = ask(frame, SALARY)
    assert turn.get_attribute("data-kind") == "answered"
    assert frame.get_by_role("log", name="Gespräch").count() == 1
    count = len({*turn.locator(".marker").all_inner_texts()})
    shot(opened.page, "widget-answered")
    told = [one for one in opened.heard() if not one["inline"] and one["type"] != "ready"]
    assert told == [
        {"type": "opened", "inline": False},
        {"type": "question", "inline": False},
        {
            "type": "answer",
            "inline": False,
            "status": "answered",
            "intent": "salary",
            "citations": count,
        },
    ]


def test_a_marker_opens_its_quote_and_escape_leaves_step_by_step(
    portal: Site, visitor: Any, shot: Callable[[Any, str], None]
) -> None:
    opened = visitor(portal)
    page = opened.page
    page.locator(LAUNCHER).focus()
    page.keyboard.press("Enter")
    frame = opened.chat()
    frame.locator("#frage:focus").wait_for()  # the focus has moved in
    assert page.locator(LAUNCHER).get_attribute("aria-expanded") == "true"
    page.keyboard.type(SALARY)
    page.keyboard.press("Enter")
    frame.locator(".answer[aria-busy=false]").wait_for()
    marker = frame.get_by_role("button", name="Beleg 2 anzeigen", exact=True).first
    marker.focus()
    page.keyboard.press("Enter")
    mark = frame.locator(".evidence mark")
    mark.wait_for()
    assert frame.locator("#gespraech").evaluate("part => part.inert")
    box, outer = frame.locator(".evidence").bounding_box(), page.locator(DIALOG).bounding_box()
    assert outer["y"] < box["y"] and box["y"] + box["height"] <= outer["y"] + outer["height"] + 1
    shot(page, "widget-quote")
    page.keyboard.press("Escape")
    assert mark.count() == 0
    assert frame.locator(":focus").get_attribute("data-number") == "2"
    page.keyboard.press("Escape")
    page.locator(DIALOG).wait_for(state="hidden")
    assert focused(page) == "launcher"
    assert page.locator(LAUNCHER).get_attribute("aria-expanded") == "false"
    page.keyboard.press("Enter")  # what was said is still there
    assert frame.locator(".turn").count() == 1
    frame.get_by_role("button", name="Chat schließen").click()
    page.locator(DIALOG).wait_for(state="hidden")
    assert focused(page) == "launcher"
    assert [one["type"] for one in opened.heard()].count("closed") == 2


def test_the_keyboard_alone_reaches_everything_in_order(portal: Site, visitor: Any) -> None:
    opened = visitor(portal)
    opened.open()
    page = opened.page
    page.locator(LAUNCHER).focus()
    inside = next(
        one
        for one in page.frames
        if "/widget" in one.url
        and one.evaluate("document.documentElement.dataset.embedded === 'panel'")
    )
    reached = []
    for _ in range(9):
        page.keyboard.press("Tab")
        reached.append(
            inside.evaluate(
                "(document.activeElement.ariaLabel || document.activeElement.textContent "
                "|| document.activeElement.id)"
            )
        )
    assert reached[:3] == ["Neues Gespräch", "Chat schließen", "Ganze Anwendung öffnen (neuer Tab)"]
    assert all("Key Account Manager" in one for one in reached[3:7])
    assert reached[7:] == ["frage", "Fragen"]


@pytest.mark.parametrize("inner", [800, 500])
def test_an_inline_chat_grows_with_what_is_said_up_to_its_limit(
    portal: Site, visitor: Any, shot: Callable[[Any, str], None], inner: int
) -> None:
    opened = visitor(portal, viewport={"width": 1280, "height": inner})
    page = opened.page
    frame = opened.chat("#chat")
    stage = page.locator("#chat .stage")
    frame.locator(".suggestion").first.wait_for()
    until(page, "window.heard.some(one => one.type === 'height')")
    before = stage.bounding_box()["height"]
    assert before >= 380
    assert not frame.get_by_role("button", name="Chat schließen").is_visible()
    turn = ask(frame, "Welche Aufgaben hat ein Account Manager?")
    most = min(720, round(inner * 0.85))
    until(page, f"document.querySelector('karriere-lotse[data-inline]').clientHeight === {most}")
    shot(page, f"widget-inline-{inner}")
    assert turn.locator(".question").is_visible()
    frame.get_by_role("button", name="Neues Gespräch").click()
    until(page, f"document.querySelector('karriere-lotse[data-inline]').clientHeight === {before}")
    answer = next(one for one in opened.heard() if one["type"] == "answer")
    assert answer["inline"] and "Account Manager" in answer["text"]


@pytest.mark.parametrize("width", [375, 320])
def test_on_a_phone_the_chat_covers_the_window_and_nothing_behind_is_reached(
    portal: Site, visitor: Any, shot: Callable[[Any, str], None], width: int
) -> None:
    size = {"width": width, "height": 667}
    opened = visitor(portal, viewport=size, has_touch=True, is_mobile=True, color_scheme="dark")
    page = opened.page
    assert fits(page)
    shot(page, f"widget-phone-{width}-closed")
    page.locator(LAUNCHER).tap()
    frame = opened.chat()
    frame.locator("h1:focus").wait_for()  # not the input: the keyboard would hide the text
    assert page.locator(DIALOG).bounding_box() == {"x": 0, "y": 0, **size}
    assert page.locator(DIALOG).evaluate("dialog => dialog.matches(':modal')")
    shot(page, f"widget-phone-{width}")
    frame.locator(".suggestion").nth(1).tap()
    turn = frame.locator(".turn")
    turn.locator(".answer[aria-busy=false]").wait_for()
    assert fits(frame)
    shot(page, f"widget-phone-{width}-answered")
    turn.get_by_role("button", name="Beleg 1 anzeigen", exact=True).first.tap()
    frame.locator(".evidence mark").wait_for()
    assert fits(frame)
    shot(page, f"widget-phone-{width}-quote")
    frame.get_by_role("button", name="Schließen", exact=True).tap()
    frame.get_by_role("button", name="Chat schließen").tap()
    page.locator(DIALOG).wait_for(state="hidden")
    assert focused(page) == "launcher" and fits(page)


def test_a_window_that_becomes_narrow_keeps_the_conversation(portal: Site, visitor: Any) -> None:
    opened = visitor(portal)
    page = opened.page
    frame = opened.open()
    ask(frame, SALARY)
    button = "document.querySelector('karriere-lotse:not([data-inline])')"
    modal = f"{button}.shadowRoot.querySelector(':modal')"
    page.set_viewport_size({"width": 400, "height": 700})
    until(page, f"{modal} !== null")
    assert frame.locator(".turn").count() == 1
    page.set_viewport_size({"width": 1000, "height": 700})
    until(page, f"{modal} === null")
    assert page.locator(DIALOG).is_visible() and frame.locator(".turn").count() == 1


def test_neither_pages_styles_reach_the_other(portal: Site, visitor: Any) -> None:
    script = '<script src="WIDGET" defer></script>'
    body = "<main><h1>Portal</h1><button>Los</button><p>Text</p></main>"
    hostile = visitor(portal, portal.page("hostile", script, body))
    bare = visitor(portal, portal.page("bare", script, body, style=False))
    without = visitor(portal, portal.page("without", "", body))
    for opened in (hostile, bare):
        opened.open()
    # Pixels of the text's own width differ with nothing but fonts, which are compared here too.
    for part in (LAUNCHER, f"{LAUNCHER} svg.less", DIALOG, f"{DIALOG} .stage", f"{DIALOG} iframe"):
        ours = [one.page.locator(part).evaluate(COPY) for one in (hostile, bare)]
        assert {k: v for k, v in ours[0].items() if v != ours[1].get(k)} == {}, part
    texts = [one.chat().locator("body").evaluate(COPY) for one in (hostile, bare)]
    assert texts[0] == texts[1]
    for part in ("body", "h1", "main button", "main p"):
        theirs = [one.page.locator(part).evaluate(COPY) for one in (hostile, without)]
        assert theirs[0] == theirs[1], part
    assert hostile.page.evaluate("document.styleSheets.length") == 1


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_any_accent_stays_readable(portal: Site, visitor: Any, scheme: str) -> None:
    path = portal.page("accent", '<script src="WIDGET" defer data-accent="red"></script>')
    other = {"light": "dark", "dark": "light"}[scheme]
    opened = visitor(portal, path, color_scheme=other)
    for accent in ACCENTS:
        opened.page.evaluate("Karrierelotse.remove()")
        opened.page.evaluate(f"void Karrierelotse.add({{accent: '{accent}', scheme: '{scheme}'}})")
        frame = opened.open()
        until(opened.page, "window.heard.at(-1)?.type === 'ready'")
        opened.page.evaluate("window.heard.length = 0")
        ground = frame.locator("body").evaluate("body => getComputedStyle(body).backgroundColor")
        assert (luminance(ground) < 0.1) == (scheme == "dark")
        assert contrast(opened.page.locator(LAUNCHER)) >= 4.5, accent
        for part in (
            "h1",
            ".machine",
            ".machine a",
            ".welcome h2",
            ".suggestion >> nth=0",
            "#eingabe button",
        ):
            assert contrast(frame.locator(part)) >= 4.5, (accent, part)
    turn = ask(frame, SALARY)
    for part in (".marker >> nth=0", ".answer-title", ".question p", ".copy"):
        assert contrast(turn.locator(part)) >= 4.5, part


def test_what_is_computed_of_colours_holds_for_all_of_them(portal: Site, visitor: Any) -> None:
    chance = random.Random(6)
    colours = [f"#{chance.randrange(1 << 24):06x}" for _ in range(400)]
    page = visitor(portal, portal.page("colours", "")).page
    worst = page.evaluate(
        # Not eval: the portal's policy forbids it. Playwright itself may.
        f"""colours => {{ {asset("widget/colour.js")}
          const schemes = [["#f3f5f7", "#ffffff"], ["#10161c", "#182028"]];
          return colours.map(colour => Math.min(contrast(colour, inkOn(colour)),
            ...schemes.flatMap(([page, surface]) => {{
              const grounds = found => [page, surface, mixed(surface, found, 0.14)];
              const found = legible(colour, inkOn(page), grounds);
              return [...grounds(found).map(ground => contrast(found, ground)),
                contrast(found, inkOn(found))];
            }})));
        }}""",
        colours,
    )
    assert min(worst) >= 4.5


def test_attributes_that_cannot_be_are_named_and_ignored(portal: Site, visitor: Any) -> None:
    scripts = (
        '<script src="WIDGET" defer data-accent="red;}" data-scheme="pink" data-position="up" '
        'data-language="fr"></script>'
        '<script src="WIDGET" defer data-inline="#nowhere"></script>'
        '<script src="WIDGET" defer data-inline="[["></script>'
        '<script src="WIDGET" defer></script>'
    )
    opened = visitor(portal, portal.page("odd", scripts))
    opened.page.locator(LAUNCHER).wait_for()
    assert opened.page.locator("karriere-lotse").count() == 1
    told = "\n".join(opened.warnings)
    for part in ("red;}", "pink", "#nowhere", "[[", "a chat button already"):
        assert part in told
    box = opened.page.locator(LAUNCHER).bounding_box()
    assert box["x"] > 640
    assert opened.page.locator(LAUNCHER).inner_text() == "Fragen zur Karriere"  # the page's lang


def test_language_position_and_an_open_chat_that_takes_no_focus(
    portal: Site, visitor: Any, shot: Callable[[Any, str], None]
) -> None:
    scripts = (
        '<script src="WIDGET" defer data-language="en" data-position="left" data-open></script>'
    )
    opened = visitor(portal, portal.page("english", scripts, "<input autofocus>"))
    frame = opened.chat()
    frame.get_by_role("button", name="What does a Key Account Manager earn?").wait_for()
    page = opened.page
    assert page.evaluate("document.activeElement.tagName") == "INPUT"
    assert page.locator(DIALOG).bounding_box()["x"] == 20
    assert frame.locator(":root").get_attribute("lang") == "en"
    turn = ask(frame, "What does a Key Account Manager earn?")
    assert turn.locator(".answer-title").inner_text().startswith("Answer with")
    shot(page, "widget-english-left")
    phone = {"width": 375, "height": 667}
    small = visitor(portal, "/english.html", viewport=phone)
    small.page.locator(LAUNCHER).wait_for()
    assert not small.page.locator(DIALOG).is_visible()


def test_several_chats_removing_and_adding(portal: Site, visitor: Any) -> None:
    scripts = "".join(
        f'<script src="WIDGET" defer data-inline="#{name}"></script>' for name in ("a", "b", "a")
    )
    body = '<div id="a">alt</div><div id="b"></div>'
    opened = visitor(portal, portal.page("several", scripts, body))
    page = opened.page
    for name in ("#a", "#b"):
        opened.chat(name).locator(".suggestion").first.wait_for()
    assert page.locator("karriere-lotse").count() == 2
    assert any("#a has a chat already" in one for one in opened.warnings)
    turn = ask(opened.chat("#b"), SALARY)
    assert turn.get_attribute("data-kind") == "answered"
    assert opened.chat("#a").locator(".turn").count() == 0
    # A page that a script builds anew: the old chat is given up, a new one may come.
    page.evaluate("document.querySelector('#a').replaceChildren()")
    assert page.evaluate("Karrierelotse.add({ inline: document.querySelector('#a') }) !== null")
    opened.chat("#a").locator(".suggestion").first.wait_for()
    assert page.evaluate("Karrierelotse.add({ inline: '#a' })") is None
    page.evaluate("Karrierelotse.ask('Was verdient ein Account Manager?')")
    until(page, "window.heard.filter(one => one.type === 'answer').length === 2")
    page.evaluate("Karrierelotse.remove()")
    assert page.locator("karriere-lotse").count() == 0
    page.evaluate("Karrierelotse.open(); Karrierelotse.ask('x'); Karrierelotse.close()")
    assert page.evaluate(
        "(handle => { handle.open(); return handle.element.isConnected; })"
        "(Karrierelotse.add({ language: 'en' }))"
    )
    assert page.locator(LAUNCHER).text_content() == "Career questions"


def test_the_portals_script_asks_and_dom_events_come(portal: Site, visitor: Any) -> None:
    opened = visitor(portal)
    page = opened.page
    page.evaluate(
        "addEventListener('karrierelotse:answer', event => { window.dom = event.detail; })"
    )
    page.get_by_role("button", name="Was verdient man?").click()
    frame = opened.chat()
    turn = frame.locator(".turn")
    turn.locator(".answer[aria-busy=false]").wait_for()
    assert turn.locator(".question p").inner_text() == "Was verdient ein Account Manager?"
    until(page, "window.dom")
    assert page.evaluate("window.dom.intent") == "salary"
    # One listener's error is no other's.
    page.evaluate(
        """() => {
          window.reported = [];
          addEventListener("error", event => {
            window.reported.push(event.message); event.preventDefault(); });
          Karrierelotse.on("closed", () => { throw new Error("theirs"); });
          const end = Karrierelotse.on("closed", () => { window.ended = (window.ended ?? 0) + 1; });
          Karrierelotse.close(); end();
          Karrierelotse.open(); Karrierelotse.close();
        }"""
    )
    assert page.evaluate("[window.reported.length, window.ended]") == [2, 1]
    opened.errors.clear()


def test_forged_messages_are_heard_by_nobody(portal: Site, visitor: Any) -> None:
    """From the portal's own window, a sibling frame, another frame of ours, a stranger's window."""
    forger = portal.page("forger", "", '<script src="forger.js"></script>')
    (portal.folder / "forger.js").write_text(
        """addEventListener("message", ({ data }) => {
          for (const to of [parent, ...Array.from(parent.frames)]) to.postMessage(data, "*");
        });""",
        encoding="utf-8",
    )
    body = f'<iframe src="{forger}"></iframe><iframe src="{portal.server.url}/widget"></iframe>'
    opened = visitor(portal, portal.page("forged", '<script src="WIDGET" defer></script>', body))
    page = opened.page
    button, ours = opened.open(), page.frame_locator("body > iframe >> nth=1")
    ours.locator(".suggestion").first.wait_for()
    until(page, "window.heard.some(one => one.type === 'ready')")
    before = opened.heard()
    types = ["ready", "answer", "question", "close", "hello", "ask", "token", "focus", "height"]
    told = {"channel": "karrierelotse", "text": SALARY, "status": "forged", "title": "Gekapert"}
    inside = page.query_selector("body > iframe >> nth=1").content_frame()
    with page.expect_popup() as opening:
        page.evaluate(f"void open('{portal.stranger}{forger}')")
    stranger = opening.value
    stranger.wait_for_load_state()
    for type_ in types:
        message = json.dumps({**told, "type": type_})
        page.evaluate(f"postMessage({message}, '*')")
        page.evaluate(f"frames[0].postMessage({message}, '*')")
        inside.evaluate(f"parent.postMessage({message}, '*')")
        stranger.evaluate(
            "[opener, opener.frames[0], opener.frames[1]]"
            f".forEach(one => one.postMessage({message}, '*'))"
        )
    page.bring_to_front()
    page.wait_for_timeout(500)
    assert opened.heard() == before
    assert page.locator(DIALOG).is_visible()
    for frame in (button, ours):
        assert frame.locator(".turn").count() == 0
        assert frame.get_by_role("heading", level=1).inner_text() == "Karrierelotse"
    # Whoever embeds the frame and may is heard: the very same message.
    message = json.dumps({**told, "type": "hello"})
    page.evaluate(f"frames[1].postMessage({message}, '*')")
    ours.get_by_role("heading", name="Gekapert").wait_for()


def test_an_origin_that_may_not_embed_sees_nothing_and_a_reason(portal: Site, visitor: Any) -> None:
    body = f'<iframe id="own" src="{portal.server.url}/widget"></iframe><div id="chat"></div>'
    scripts = (
        '<script src="WIDGET" defer></script>'
        '<script src="WIDGET" defer data-inline="#chat"></script>'
    )
    path = portal.page("stranger", scripts, body)
    opened = visitor(portal, path, REFUSED, base=portal.stranger)
    page = opened.page
    until(page, "window.Karrierelotse")
    page.evaluate("Karrierelotse.open(); Karrierelotse.ask('x'); Karrierelotse.setToken('x')")
    assert page.locator("karriere-lotse").count() == 0
    assert all("not among the origins" in one for one in opened.warnings[:2])
    assert f"{portal.stranger} is not" in opened.warnings[0]
    # Whoever makes the frame by hand is refused by the browser.
    frame = page.query_selector("#own").content_frame()
    frame.wait_for_load_state()
    assert frame.url.startswith("chrome-error:")
    assert any(REFUSED in one for one in opened.policies)
    allowed = visitor(portal, path)
    allowed.page.frame_locator("#own").locator(".suggestion").first.wait_for()


def test_a_server_that_is_away_is_told_of_and_the_question_kept(
    portal: Site, visitor: Any, shot: Callable[[Any, str], None]
) -> None:
    opened = visitor(portal)
    frame = opened.open()
    opened.page.context.set_offline(True)
    frame.get_by_role("textbox").fill(SALARY)
    frame.get_by_role("button", name="Fragen", exact=True).click()
    failed = frame.locator(".turn[data-kind=error]")
    failed.wait_for()
    assert "nicht erreichbar" in failed.inner_text()
    assert failed.locator(".question p").inner_text() == SALARY
    shot(opened.page, "widget-away")
    assert {"type": "error", "inline": False, "reason": "failed", "status": 0} in opened.heard()
    opened.page.context.set_offline(False)
    failed.get_by_role("button", name="Noch einmal versuchen").click()
    turn = frame.locator(".turn[data-kind=answered]")
    turn.locator(".answer[aria-busy=false]").wait_for()
    assert turn.locator(".question p").inner_text() == SALARY
    assert frame.locator(".turn").count() == 1


def test_a_frame_that_never_comes_is_told_of_and_asked_for_again(
    portal: Site, visitor: Any, shot: Callable[[Any, str], None]
) -> None:
    path = portal.page("slow", '<script src="WIDGET" defer></script>')
    opened = visitor(portal, path)
    page = opened.page
    page.clock.install()
    page.context.set_offline(True)
    page.locator(LAUNCHER).click()
    cover = page.locator(f"{DIALOG} .cover")
    assert "geladen" in cover.inner_text()
    page.clock.fast_forward(21_000)
    page.get_by_text("Der Chat ist gerade nicht erreichbar.").wait_for()
    shot(page, "widget-unreachable")
    assert any("does not answer" in one for one in opened.warnings)
    page.context.set_offline(False)
    page.get_by_role("button", name="Noch einmal versuchen").click()
    opened.chat().locator(".suggestion").first.wait_for()
    until(page, "window.heard.some(one => one.type === 'ready')")
    assert not cover.is_visible()


def test_copying_works_from_within_the_frame(portal: Site, visitor: Any) -> None:
    opened = visitor(portal, permissions=["clipboard-read", "clipboard-write"])
    turn = ask(opened.open(), SALARY)
    turn.get_by_role("button", name="Antwort kopieren").click()
    opened.chat().get_by_text("Antwort und Belege sind kopiert.").first.wait_for()
    opened.page.locator(LAUNCHER).focus()  # only who has the focus may read
    assert opened.page.evaluate("navigator.clipboard.readText()").startswith(SALARY)


@pytest.mark.parametrize(
    "hostile", ["<img src=x onerror=alert(1)> Account Manager", "${alert(1)} {{alert(1)}}"]
)
def test_hostile_questions_and_labels_are_text(portal: Site, visitor: Any, hostile: str) -> None:
    path = portal.page("plain", '<script src="WIDGET" defer></script>')
    opened = visitor(portal, path)
    page = opened.page
    page.evaluate("Karrierelotse.remove()")
    page.evaluate(
        "text => { Karrierelotse.add({ title: text, greeting: text, role: text }); }", hostile
    )
    frame = opened.open()
    assert frame.get_by_role("heading", level=1).inner_text() == hostile
    assert frame.locator(".welcome h2").inner_text() == hostile
    assert page.locator(LAUNCHER).text_content() == hostile
    turn = ask(frame, hostile)
    assert turn.locator(".question p").inner_text() == hostile
    assert frame.locator("img, [onerror]").count() == 0


def test_the_chat_alone_in_a_window_works_too(portal: Site, visitor: Any) -> None:
    opened = visitor(portal, "/widget", base=portal.server.url)
    turn = ask(opened.page, SALARY)
    assert turn.get_attribute("data-kind") == "answered"
    assert not opened.page.get_by_role("button", name="Chat schließen").is_visible()
    assert opened.page.evaluate("JSON.stringify({ ...localStorage, ...sessionStorage })") == "{}"
    assert opened.page.context.cookies() == []


def test_tokens_and_limits_of_visitors(
    database: Path, tmp_path: Path, visitor: Any, shot: Callable[[Any, str], None]
) -> None:
    portals = tmp_path / "portals.json"
    key = Portals(portals).add("Stellenwerk")
    closed = {
        "LOTSE_ANONYMOUS": "0",
        "LOTSE_PORTALS": str(portals),
        "LOTSE_SECRET": "a secret of more than thirty-two bytes",
        "LOTSE_RATE_VISITOR": "2/hour",
    }
    with site(database, tmp_path / "pages", **closed) as portal:
        path = portal.page("tokens", '<script src="WIDGET" defer></script>')
        opened = visitor(portal, path)
        page = opened.page
        made = httpx.post(
            f"{portal.server.url}/api/v1/tokens",
            headers={"authorization": f"Bearer {key}"},
            json={"visitor": "v1", "seconds": 600},
        ).json()["token"]
        frame = opened.open()
        # What is closed to visitors isn't linked.
        assert frame.get_by_role("link", name="Ganze Anwendung").count() == 0
        page.evaluate("Karrierelotse.setToken('no good')")
        page.evaluate(
            f"void Karrierelotse.on('token-expired', () => Karrierelotse.setToken('{made}'))"
        )
        turn = ask(frame, SALARY)
        assert turn.get_attribute("data-kind") == "answered"
        types = [one["type"] for one in opened.heard()]
        assert types.count("token-expired") == 1 and types.count("question") == 1
        # The visitor's own limit.
        ask(frame, "Welche Aufgaben hat ein Account Manager?")
        frame.get_by_role("textbox").fill("Wie wird man Account Manager?")
        frame.get_by_role("textbox").press("Enter")
        failed = frame.locator(".turn[data-kind=error]")
        failed.wait_for()
        assert "zu viele Anfragen" in failed.inner_text() and "Minuten" in failed.inner_text()
        # A portal that gives nothing new: the visitor reads why, and keeps the question.
        silent = visitor(portal, path)
        shown = silent.open()
        shown.get_by_role("textbox").fill(SALARY)
        shown.get_by_role("textbox").press("Enter")
        failed = shown.locator(".turn[data-kind=error]")
        failed.wait_for()
        assert "laden Sie die Seite neu" in failed.inner_text()
        shot(silent.page, "widget-no-token")
        assert {"type": "error", "inline": False, "reason": "failed", "status": 401} in (
            silent.heard()
        )
