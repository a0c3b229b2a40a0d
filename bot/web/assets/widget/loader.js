// The body of a function with `given` {origins, labels, style}, run in a portal's page: puts a
// chat button, or a chat, there. The chat itself is a page of ours in a frame; what both tell each
// other names its receiver's origin, and is heard only from the other's window and origin.
const CHANNEL = "karrierelotse";
const PATIENCE_MS = 20000;
const SHEET = "(max-width: 479px), (max-height: 479px)";
const LOWEST = 380;
const HIGHEST = 720;
const TOLD = ["ready", "question", "answer", "error", "token-expired", "height", "close"];
const SCHEMES = ["light", "dark"];
const NAMES = ["language", "position", "accent", "scheme", "greeting", "role", "title", "inline"];
const FLAGS = ["open", "shareText"];

// A module or a tag manager's copy has no current script: then it is the first that nobody claimed.
const script = document.currentScript ?? [...document.querySelectorAll("script[src]")].find(
  (one) => new URL(one.src).pathname.endsWith("/widget.js") && !one.dataset.claimed,
);
if (script) script.dataset.claimed = "";

function warn(...told) {
  console.warn("Karrierelotse:", ...told);
}

function element(tag, attributes = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  made.append(...children);
  return made;
}

function icon(className, path) {
  const space = "http://www.w3.org/2000/svg";
  const made = document.createElementNS(space, "svg");
  const line = document.createElementNS(space, "path");
  line.setAttribute("d", path);
  const drawn = { viewBox: "0 0 24 24", fill: "none", stroke: "currentColor", "stroke-width": 1.8 };
  for (const [name, value] of Object.entries(drawn)) made.setAttribute(name, value);
  line.setAttribute("stroke-linecap", "round");
  line.setAttribute("stroke-linejoin", "round");
  made.setAttribute("class", className);
  made.setAttribute("aria-hidden", "true");
  made.append(line);
  return made;
}

function attributesOf(from) {
  const read = {};
  for (const name of NAMES) read[name] = from?.dataset[name]?.trim() ?? "";
  for (const name of FLAGS) read[name] = !["false", undefined].includes(from?.dataset[name]);
  return read;
}

// German and English are spoken: the first that is asked for, English for everybody else.
function languageOf(asked) {
  const wanted = [asked, document.documentElement.lang, ...navigator.languages];
  const codes = wanted.map((tag) => tag.toLowerCase().split("-")[0]);
  return codes.find((code) => code in given.labels) ?? "en";
}

function start(base) {
  const origin = new URL(base).origin;
  const listeners = new Map();
  const widgets = new Set();
  let token = null;

  function on(event, listener) {
    if (!listeners.has(event)) listeners.set(event, new Set());
    listeners.get(event).add(listener);
    return () => listeners.get(event).delete(listener);
  }

  function emit(host, type, detail) {
    for (const listener of listeners.get(type) ?? []) {
      try {
        listener({ type, widget: host, ...detail });
      } catch (error) {
        reportError(error);
      }
    }
    host.dispatchEvent(new CustomEvent(`${CHANNEL}:${type}`, { detail, bubbles: true }));
  }

  // The frame and its cover, in `stage`; `heard` gets what the frame says, after a check of who
  // said it. What is told before the frame is ready waits for it.
  function connect(host, stage, options, heard) {
    const labels = given.labels[options.language];
    const address = new URL("widget", base);
    address.searchParams.set("lang", options.language);
    if (SCHEMES.includes(options.scheme)) address.searchParams.set("scheme", options.scheme);
    if (options.role) address.searchParams.set("role", options.role);
    const frame = element("iframe", {
      title: labels.frame, allow: "clipboard-write", referrerpolicy: "no-referrer",
    });
    const told = element("p", { role: "status" });
    const again = element("button", { type: "button" }, labels.retry);
    const cover = element("div", { class: "cover" }, told, again);
    let ready = false;
    let waiting = [];
    let patience = null;

    function post(message) {
      frame.contentWindow.postMessage({ channel: CHANNEL, ...message }, origin);
    }

    function tell(message) {
      if (ready) post(message);
      else waiting.push(message);
    }

    function load() {
      ready = false;
      cover.hidden = false;
      again.hidden = true;
      told.textContent = labels.loading;
      window.clearTimeout(patience);
      patience = window.setTimeout(() => {
        told.textContent = labels.unreachable;
        again.hidden = false;
        warn(`${address} does not answer, or does not let ${location.origin} embed it.`);
        emit(host, "error", { reason: "unreachable" });
      }, PATIENCE_MS);
      frame.src = address;
    }

    function listen(event) {
      if (event.source !== frame.contentWindow || event.origin !== origin) return;
      const { channel, type, ...detail } = event.data ?? {};
      if (channel !== CHANNEL || !TOLD.includes(type)) return;
      if (type === "ready") {
        window.clearTimeout(patience);
        ready = true;
        cover.hidden = true;
        for (const message of waiting.splice(0)) post(message);
      }
      heard(type, detail);
    }

    frame.addEventListener("load", () => {
      if (!frame.getAttribute("src")) return;
      const { accent, title, greeting, shareText } = options;
      const inline = Boolean(options.inline);
      post({ type: "hello", accent, title, greeting, shareText, inline, token });
    });
    again.addEventListener("click", load);
    window.addEventListener("message", listen);
    stage.append(frame, cover);
    return {
      frame,
      tell,
      load: () => { if (!frame.getAttribute("src")) load(); },
      end: () => {
        window.clearTimeout(patience);
        window.removeEventListener("message", listen);
        waiting = [];
      },
    };
  }

  function hostOf(options) {
    const host = element("karriere-lotse", { lang: options.language });
    for (const name of ["position", "scheme"]) host.dataset[name] = options[name];
    if (options.accent) {
      host.style.setProperty("--brand", options.accent);
      host.style.setProperty("--on-brand", inkOn(options.accent));
    }
    const root = host.attachShadow({ mode: "open" });
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(given.style);
    root.adoptedStyleSheets = [sheet];
    return { host, root };
  }

  function launcher(options) {
    const { host, root } = hostOf(options);
    const labels = given.labels[options.language];
    const label = options.title || labels.launcher;
    const button = element(
      "button",
      { type: "button", class: "launcher", "aria-expanded": "false", "aria-haspopup": "dialog" },
      icon("more", "M4 5.5h16v11H11l-4.5 3.5v-3.5H4zM8 9.5h8M8 12.5h5"),
      icon("less", "M6 6l12 12M18 6L6 18"),
      element("span", {}, label),
    );
    const stage = element("div", { class: "stage" });
    const dialog = element("dialog", { "aria-label": label }, stage);
    const sheet = window.matchMedia(SHEET);
    let opened = false;

    // As a sheet it is modal: what it covers can't be reached. Beside the page it isn't, and an
    // attribute in place of show() leaves the focus where it is.
    function present() {
      if (dialog.open) dialog.close();
      if (opened && sheet.matches) dialog.showModal();
      else dialog.toggleAttribute("open", opened);
    }

    function open({ focus = true } = {}) {
      if (!host.isConnected) document.body.append(host);
      connection.load();
      if (!opened) {
        opened = true;
        button.setAttribute("aria-expanded", "true");
        present();
        emit(host, "opened", {});
      }
      if (focus) {
        connection.frame.focus();
        connection.tell({ type: "focus" });
      }
    }

    function close() {
      if (!opened) return;
      opened = false;
      button.setAttribute("aria-expanded", "false");
      present();
      button.focus();
      emit(host, "closed", {});
    }

    const connection = connect(host, stage, options, (type, detail) => {
      if (type === "close") close();
      else if (type !== "height") emit(host, type, detail);
    });
    button.addEventListener("click", () => (opened ? close() : open()));
    dialog.addEventListener("cancel", (event) => {
      event.preventDefault();
      close();
    });
    root.addEventListener("keydown", (event) => {
      if (event.key === "Escape") close();
    });
    sheet.addEventListener("change", present);
    root.append(button, dialog);
    document.body.append(host);
    // A sheet over the whole page is for the visitor to open.
    if (options.open && !sheet.matches) open({ focus: false });
    return {
      host, open, close, tell: connection.tell,
      end: () => {
        connection.end();
        sheet.removeEventListener("change", present);
      },
    };
  }

  function inline(options, target) {
    const { host, root } = hostOf(options);
    const stage = element("div", { class: "stage" });
    host.dataset.inline = "";

    function size(height) {
      const most = Math.min(HIGHEST, Math.max(LOWEST, Math.round(window.innerHeight * 0.85)));
      stage.style.height = `${Math.min(most, Math.max(LOWEST, Math.round(height)))}px`;
    }

    function open() {
      host.scrollIntoView({ block: "nearest" });
      connection.frame.focus();
      connection.tell({ type: "focus" });
    }

    const connection = connect(host, stage, options, (type, detail) => {
      if (type === "height") size(Number(detail.height) || LOWEST);
      if (type !== "close") emit(host, type, detail);
    });
    size(LOWEST);
    root.append(stage);
    target.replaceChildren(host);
    connection.load();
    return { host, open, close: () => {}, tell: connection.tell, end: connection.end };
  }

  function targetOf(place) {
    if (place instanceof Element) return place;
    try {
      return document.querySelector(place);
    } catch {
      return null;
    }
  }

  // One widget more; null, with the reason in the console, where it can't be.
  function add(asked = {}) {
    const options = { ...attributesOf(null), ...asked };
    options.language = languageOf(options.language);
    options.position = options.position === "left" ? "left" : "right";
    if (options.scheme && ![...SCHEMES, "auto"].includes(options.scheme)) {
      warn(`data-scheme is auto, light or dark, not "${options.scheme}".`);
      options.scheme = "";
    }
    if (options.accent && !COLOUR.test(options.accent)) {
      warn(`data-accent is #rgb or #rrggbb, not "${options.accent}".`);
      options.accent = "";
    }
    if (![origin, ...given.origins].includes(location.origin)) {
      warn(`${location.origin} is not among the origins that may embed ${origin}.`);
      return null;
    }
    for (const one of widgets) if (one.left()) drop(one);
    const target = options.inline && targetOf(options.inline);
    if (options.inline && !target) {
      warn(`there is no element ${options.inline} to put the chat into.`);
      return null;
    }
    const taken = [...widgets].some((one) => (target ? one.target === target : !one.target));
    if (taken) {
      warn(target ? `${options.inline} has a chat already.` : "the page has a chat button already.");
      return null;
    }
    const made = target ? inline(options, target) : launcher(options);
    // A page that is rebuilt by scripts may take the element of an inline chat away.
    const widget = { ...made, target, left: () => Boolean(target) && !made.host.isConnected };
    widgets.add(widget);
    return Object.freeze({
      element: made.host,
      open: made.open,
      close: made.close,
      ask: (text) => ask(text, widget),
      remove: () => drop(widget),
    });
  }

  function drop(widget) {
    widget.end();
    widget.host.remove();
    widgets.delete(widget);
  }

  // The button's chat, or the first in the page.
  const main = () => [...widgets].find((one) => !one.target)
    ?? [...widgets].find((one) => !one.left());

  function ask(text, widget = main()) {
    if (!widget || typeof text !== "string" || !text.trim()) return;
    widget.open();
    widget.tell({ type: "ask", text });
  }

  return Object.freeze({
    add,
    ask: (text) => ask(text),
    open: () => main()?.open(),
    close: () => main()?.close(),
    on,
    remove: () => [...widgets].forEach(drop),
    setToken: (value) => {
      token = typeof value === "string" && value ? value : null;
      for (const widget of widgets) widget.tell({ type: "token", token });
    },
  });
}

function begin() {
  window.Karrierelotse.add(attributesOf(script));
}

if (!script) {
  warn("widget.js does not know its own address; load it with <script src>.");
} else {
  const first = !window.Karrierelotse;
  if (first) window.Karrierelotse = start(script.src);
  if (first) window.dispatchEvent(new Event(`${CHANNEL}:loaded`));
  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", begin);
  else begin();
}
