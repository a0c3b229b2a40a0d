// A module, after colour.js, conversation.js and the parts of a turn: the chat in its frame. It hears
// only the window that embeds it, from an origin that may, and tells only that what happens.
const given = JSON.parse(document.body.dataset.given);
const { labels } = given;
const CHANNEL = "karrierelotse";
const TOKEN_MS = 10000;
const SOFT = 0.14;
const find = (selector) => document.querySelector(selector);
const box = find("#eingabe textarea");
const scroller = find("#gespraech");
const running = new Map(); // question under way to what ends it
const waits = new Map(); // id of a turn under way to what takes its waiting line away
let portal = null;
let shareText = false;
let token = null;
let tokenCame = () => {};
let tokenAsked = null;
let accent = "";
let height = 0;

const quotes = quotePanel({
  panel: () => find(".evidence"),
  behind: () => document.querySelectorAll("#kopf, #gespraech, #eingabe"),
});
const chat = conversation({
  elements: {
    turns: find(".turns"),
    welcome: find(".welcome"),
    status: find("#verlauf [role=status]"),
  },
  labels,
  ask: (question) => ask(question, { chosen: true }),
  quotes,
  reveal,
  begun,
  finished,
});

// Not scrollIntoView, which would move the portal's page, too.
function reveal(element) {
  const down = element.getBoundingClientRect().top - scroller.getBoundingClientRect().top;
  const behavior = calm.matches ? "auto" : "smooth";
  scroller.scrollTo({ top: scroller.scrollTop + down - 12, behavior });
}

function tell(type, detail = {}) {
  if (portal) window.parent.postMessage({ channel: CHANNEL, type, ...detail }, portal);
}

function listen(event) {
  const allowed = [location.origin, ...given.origins].includes(event.origin);
  const { channel, type, ...told } = event.data ?? {};
  if (event.source !== window.parent || !allowed || channel !== CHANNEL) return;
  if (type === "hello") greet(event.origin, told);
  else if (event.origin !== portal) return;
  else if (type === "focus") focusChat();
  else if (type === "ask" && typeof told.text === "string") ask(told.text);
  else if (type === "token") setToken(told.token);
}

function greet(origin, told) {
  portal = origin;
  shareText = told.shareText === true;
  setToken(told.token);
  if (typeof told.title === "string" && told.title) find("h1").textContent = told.title;
  if (typeof told.greeting === "string" && told.greeting) labels.welcome = told.greeting;
  chat.showWelcome(given.examples);
  accent = COLOUR.test(told.accent) ? told.accent : "";
  document.documentElement.dataset.embedded = told.inline ? "inline" : "panel";
  paint();
  tell("ready");
  height = 0;
  measure();
}

// The portal's colour as it is where it is a ground, and legible where it is ink.
function paint() {
  if (!accent) return;
  const { style } = document.documentElement;
  const tokens = getComputedStyle(document.documentElement);
  const [page, surface] = ["--page", "--surface"].map((name) => tokens.getPropertyValue(name));
  const ink = inkOn(page);
  const colour = legible(accent, ink, (found) => [page, surface, mixed(surface, found, SOFT)]);
  style.setProperty("--accent", colour);
  style.setProperty("--accent-strong", mixed(colour, ink, 0.2));
  style.setProperty("--accent-soft", mixed(surface, colour, SOFT));
  style.setProperty("--on-accent", inkOn(colour));
  style.setProperty("--brand", accent);
  style.setProperty("--on-brand", inkOn(accent));
}

// What an inline frame would have to be as high as, to show all of it.
function measure() {
  const parts = document.querySelectorAll("#kopf, #verlauf, #eingabe");
  const needed = [...parts].reduce((sum, part) => sum + part.getBoundingClientRect().height, 2);
  if (Math.abs(needed - height) < 1) return;
  height = needed;
  tell("height", { height });
}

// Under a finger the keyboard would come up and hide what there is to read.
function focusChat() {
  const coarse = window.matchMedia("(pointer: coarse)").matches;
  if (!quotes.isOpen()) (coarse ? find("h1") : box).focus();
}

function setToken(value) {
  token = typeof value === "string" && value ? value : null;
  if (token) tokenCame(true);
}

// Tokens are short-lived: the portal gets a moment to give a new one.
function newToken() {
  if (!portal) return false;
  tokenAsked ??= new Promise((done) => {
    tokenCame = done;
    window.setTimeout(() => done(false), TOKEN_MS);
    tell("token-expired");
  }).finally(() => { tokenAsked = null; });
  return tokenAsked;
}

// What goes to the server, as whom the portal says; asked again once where that no longer counts.
async function send(path, options) {
  const { headers, ...rest } = options;
  const attempt = () => fetch(path, {
    ...rest,
    credentials: "omit",
    headers: {
      ...headers,
      "accept-language": labels.language,
      ...(token ? { authorization: `Bearer ${token}` } : {}),
    },
  });
  const response = await attempt();
  return response.status === 401 && (await newToken()) ? attempt() : response;
}

// What the interface says of keys and tokens is for engineers.
async function problemOf(response) {
  if (response.status === 401) return labels.expired;
  try {
    return (await response.json()).detail || labels.lost;
  } catch {
    return labels.lost;
  }
}

// Shows why there is no answer, and offers to ask again.
function fail(sentence, question, { status = 0, turn = null } = {}) {
  chat.fail(question, sentence, turn?.id);
  tell("error", { reason: "failed", status });
}

async function ask(typed, { chosen = false } = {}) {
  const question = typed.trim();
  if (!question || running.has(question)) return;
  const control = new AbortController();
  running.set(question, control);
  busy();
  chat.focusTurn(chosen);
  tell("question", shareText ? { text: question } : {});
  let turn = null;
  try {
    const response = await send(given.turns, {
      method: "POST",
      signal: control.signal,
      headers: { "content-type": "application/json", accept: "text/event-stream" },
      body: JSON.stringify({ question, history: chat.history() }),
    });
    if (!response.ok) {
      fail(await problemOf(response), question, { status: response.status });
      return;
    }
    for await (turn of eventsOf(response)) chat.receive(turn);
    if (!turn?.done) throw new TypeError("the stream has ended too early");
    if (turn.kind === "error") tell("error", { reason: "failed", status: response.status });
    else tell("answer", answerOf(turn));
  } catch (error) {
    if (control.signal.aborted) return;
    fail(turn ? labels.broken : labels.lost, question, { turn });
    if (!(error instanceof TypeError)) throw error;
  } finally {
    running.delete(question);
    busy();
  }
}

// The turn goes at once, and with the connection what the server still does for it.
function stop(turn) {
  const { id, question } = turn.data;
  running.get(question)?.abort();
  settle(id);
  chat.drop(id);
  chat.say(labels.stopped_done);
  if (!box.value.trim()) box.value = question;
  grow();
  box.focus();
}

function begun(turn) {
  waits.set(turn.data.id, waitingLine(turn, labels, stop));
}

// Nothing more comes of it, or is waited for.
function settle(id) {
  waits.get(id)?.();
  waits.delete(id);
}

function finished(turn) {
  settle(turn.data.id);
  if (turn.data.answer && given.feedback) {
    turn.actions.append(feedbackForm(turn, given.feedback, send));
  }
  reveal(turn.root);
}

function answerOf(turn) {
  const { kind, answer, plain } = turn;
  return {
    status: kind,
    intent: answer?.intent ?? null,
    citations: Object.keys(turn.quotes).length,
    ...(shareText ? { text: plain } : {}),
  };
}

function busy() {
  document.documentElement.toggleAttribute("data-busy", running.size > 0);
}

function grow() {
  box.style.height = "auto";
  box.style.height = `${box.scrollHeight + 2}px`;
}

// A question that is too long stays, to be shortened; the answer says so.
function submit() {
  const typed = box.value;
  if (typed.trim().length <= given.most_characters) {
    box.value = "";
    grow();
  }
  ask(typed);
}

function clear() {
  for (const control of running.values()) control.abort();
  for (const id of [...waits.keys()]) settle(id);
  chat.clear();
  scroller.scrollTo({ top: 0 });
  focusChat();
}

find("#eingabe").addEventListener("submit", (event) => {
  event.preventDefault();
  submit();
});
box.addEventListener("keydown", (event) => {
  if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
  event.preventDefault();
  if (!event.repeat) submit();
});
box.addEventListener("input", grow);
find("[data-action=new-chat]").addEventListener("click", clear);
find("[data-action=close]").addEventListener("click", () => tell("close"));
document.addEventListener("keydown", (event) => {
  if (event.key === "Escape" && !event.defaultPrevented) tell("close");
});
window.matchMedia("(prefers-color-scheme: dark)").addEventListener("change", paint);
window.addEventListener("message", listen);
const watcher = new ResizeObserver(measure);
for (const part of document.querySelectorAll("#kopf, #verlauf, #eingabe")) watcher.observe(part);
chat.showWelcome(given.examples);
