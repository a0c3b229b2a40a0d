"""What the tests of accessibility look with: axe, the order of the keyboard, what is announced."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import Any

TAGS = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")

WIDE, NARROW = {"width": 1280, "height": 800}, {"width": 320, "height": 640}
LOOKS = {"de": (("light", WIDE), ("dark", NARROW)), "en": (("dark", NARROW),)}
"""How each state is looked at; the page stays, so that nothing else differs. Of the English page
other words are new, which break what they break where there is least room."""

_RUN = """
([script, tags]) => {
  if (!window.axe) (0, eval)(script);
  return axe.run(document, { runOnly: [...tags], resultTypes: ["violations"] }).then((found) =>
    found.violations.map((one) => [one.id, one.nodes.map((node) => node.html.slice(0, 300))]));
}
"""

SETTLED = """
() => document.getAnimations().every((one) =>
  one.playState !== "running" || one.effect.getComputedTiming().endTime === Infinity)
"""

SIDEWAYS = """
() => [...document.querySelectorAll("body *")].filter((one) => {
  const box = one.getBoundingClientRect();
  return box.width && box.right > document.documentElement.clientWidth + 1
    && getComputedStyle(one).position !== "fixed" && !one.closest(".visually-hidden, .sheet");
}).map((one) => one.outerHTML.slice(0, 120))
"""

REACHABLE = """
() => {
  const usual = "a[href], button, input, textarea, select, summary, [tabindex]";
  const all = [...document.querySelectorAll("*")];
  return [...document.querySelectorAll(usual)].filter((one) =>
    one.tabIndex >= 0 && !one.disabled && one.checkVisibility({ visibilityProperty: true })
    && !one.closest("[inert]") && !(one.type === "radio" && !one.checked
      && one.closest("fieldset")?.querySelector(":checked, [type=radio]") !== one)
  ).map((one) => all.indexOf(one));
}
"""
"""What the tab key should come by: places in the document."""

WALKED = """
() => {
  const all = [...document.querySelectorAll("*")];
  return window.walked.map((one) => all.indexOf(one));
}
"""
"""Where it came by; only then, because what is loaded later moves all places."""

ANNOUNCED = """
() => {
  window.announced = { added: [], removed: [] };
  const words = (nodes) => [...nodes].map((node) => node.textContent.trim()).filter(Boolean);
  new MutationObserver((changes) => {
    const all = new Set(changes.flatMap((change) => [...change.addedNodes]));
    // What came inside of something new is announced with it.
    const inside = (node) => {
      for (let above = node.parentNode; above; above = above.parentNode) {
        if (all.has(above)) return true;
      }
      return false;
    };
    for (const change of changes) {
      const at = change.target.nodeType === 1 ? change.target : change.target.parentElement;
      const off = at?.closest("[aria-live=off]");
      const live = at?.closest("[role=log], [role=status]");
      if (!live || off) continue;
      const heard = [...change.addedNodes].filter(
        (node) => node.ariaLive !== "off" && !inside(node));
      window.announced.added.push(...words(heard));
      window.announced.removed.push(...words(change.removedNodes));
    }
  }).observe(document.body, { childList: true, subtree: true, characterData: true });
}
"""

FOCUSED = """
async () => {
  // Scrolling to what has the focus, or to the latest answer, comes to its end first.
  for (let before = NaN; before !== window.scrollY;) {
    before = window.scrollY;
    await new Promise((done) => { window.setTimeout(done, 100); });
  }
  const one = document.activeElement;
  if (!one || one === document.body) return null;
  const box = one.getBoundingClientRect();
  const style = getComputedStyle(one);
  const at = document.elementFromPoint(box.x + box.width / 2, box.y + Math.min(box.height / 2, 20));
  const again = window.walked.includes(one);
  window.walked.push(one);
  return {
    again,
    name: (one.getAttribute("aria-label") ?? one.labels?.[0]?.textContent ?? one.textContent)
      .trim().slice(0, 60),
    outlined: parseFloat(style.outlineWidth) >= 2 && style.outlineStyle !== "none",
    seen: box.bottom > 0 && box.top < innerHeight && box.width > 0,
    uncovered: Boolean(at) && (one.contains(at) || at.contains(one) || one.labels?.[0] === at),
  };
}
"""


@cache
def _axe() -> str:
    return files("axe_playwright_python").joinpath("axe.min.js").read_text(encoding="utf-8")


def violations(page: Any) -> list[Any]:
    """What axe finds on the page as it is now: rule and elements."""
    return list(page.evaluate(_RUN, [_axe(), list(TAGS)]))


def look(page: Any, state: str) -> dict[str, Any]:
    """What is wrong with the page in its language's looks, by state, scheme and width."""
    found: dict[str, Any] = {}
    for scheme, size in LOOKS[page.evaluate("document.documentElement.lang")]:
        page.emulate_media(color_scheme=scheme)
        page.set_viewport_size(size)
        page.wait_for_function(SETTLED)
        wrong = violations(page)
        if beyond := page.evaluate(SIDEWAYS):
            wrong.append(["scrolls sideways", beyond[:3]])
        if wrong:
            found[f"{state}, {scheme}, {size['width']} px"] = wrong
    return found


def tab_order(page: Any, most: int = 60) -> list[dict[str, Any]]:
    """What the tab key comes by from the first link on, until it leaves the page or comes round.

    Each with its place in the document as it is in the end: ``order``.
    """
    page.keyboard.press("Tab")  # from here on the focus is shown as to one who uses the keyboard
    page.locator(".skip").focus()
    page.evaluate("window.walked = []")
    reached: list[dict[str, Any]] = [page.evaluate(FOCUSED)]
    for _ in range(most):
        page.keyboard.press("Tab")
        one = page.evaluate(FOCUSED)
        if one is None or one["again"]:
            break
        reached.append(one)
    places = page.evaluate(WALKED)
    return [one | {"order": place} for one, place in zip(reached, places, strict=False)]
