// Runs once as the body of a function with (element, trigger, props, server, upload, watch).
// Texts of questions go in through textContent; HTML comes from the server, escaped there.
const { labels } = props;
const turnsElement = element.querySelector(".turns");
const welcomeElement = element.querySelector(".welcome");
const statusElement = element.querySelector("[role=status]");
const turns = new Map();
const dropped = new Set();
let openedBy = null;
let pending = null;
const sent = [];
let watchdog = null;
let focusNext = false;
let lastSent = { question: "", at: 0 };

const SILENCE_MS = 8000;
const DOUBLE_MS = 600;
const HISTORY_TURNS = 10;
const ELEMENTS = { h3: "h4", table: "div" };
const sheet = window.matchMedia("(max-width: 899px)");
const calm = window.matchMedia("(prefers-reduced-motion: reduce)");

document.documentElement.lang = labels.language;
turnsElement.setAttribute("aria-label", labels.conversation);

function make(tag, className, text) {
  const made = document.createElement(tag);
  if (className) made.className = className;
  if (text) made.textContent = text;
  return made;
}

function say(text) {
  statusElement.textContent = "";
  window.setTimeout(() => { statusElement.textContent = text; }, 50);
}

function questionButtons(questions, title, className) {
  const list = make("div", className);
  list.setAttribute("role", "group");
  list.setAttribute("aria-label", title);
  list.append(make("p", "kicker", title));
  for (const question of questions) {
    const button = make("button", "suggestion", question);
    button.type = "button";
    button.addEventListener("click", () => ask(question));
    list.append(button);
  }
  return list;
}

function showWelcome(examples) {
  welcomeElement.replaceChildren(
    make("h2", "", labels.welcome),
    make("p", "", labels.welcome_more),
  );
  if (examples.length) {
    welcomeElement.append(questionButtons(examples, labels.examples, "suggestions"));
  }
}

// A question chosen from a list: the page's focus goes to the turn that answers it.
function ask(question) {
  pending = question;
  trigger("submit", {});
}

function history() {
  const messages = [];
  for (const turn of [...turns.values()].slice(-HISTORY_TURNS)) {
    if (!turn.data.plain) continue;
    messages.push({ role: "user", content: turn.data.question });
    messages.push({ role: "assistant", content: turn.data.plain });
  }
  return messages;
}

// Called by Gradio before a question leaves: what is sent in place of the two components.
function request(typed) {
  const chosen = pending !== null;
  let question = (pending ?? sent.shift() ?? typed ?? "").trim();
  pending = null;
  const now = performance.now();
  // A double click or a key held down asks once. The server does nothing for an empty question.
  if (question === lastSent.question && now - lastSent.at < DOUBLE_MS) question = "";
  if (question) {
    lastSent = { question, at: now };
    focusNext = chosen;
    startWatchdog();
  }
  return [question, { history: history() }];
}

// Keeps what is in the input at the moment of sending, because Gradio reads it later, when more
// may have been typed; and empties it here, because an answer would wipe out what is typed in
// the meantime. A question that is too long stays, to be shortened.
function send() {
  const input = document.querySelector("#eingabe textarea");
  const text = input.value;
  sent.push(text);
  if (text.trim().length > props.most_characters) return;
  window.setTimeout(() => {
    input.value = input.value.startsWith(text) ? input.value.slice(text.length) : input.value;
    input.dispatchEvent(new Event("input", { bubbles: true }));
  }, 0);
}

document.addEventListener("keydown", (event) => {
  const asks = event.key === "Enter" && !event.shiftKey && !event.isComposing;
  if (asks && event.target.matches("#eingabe textarea")) send();
}, true);
document.addEventListener("click", (event) => {
  if (event.target.closest("#eingabe .submit-button")) send();
}, true);

function startWatchdog() {
  window.clearTimeout(watchdog);
  watchdog = window.setTimeout(async () => {
    try {
      const response = await fetch("/healthz", { cache: "no-store" });
      if (response.ok) return;
    } catch { /* told below */ }
    const note = make("p", "note", labels.lost);
    note.setAttribute("role", "alert");
    turnsElement.append(note);
  }, SILENCE_MS);
}

function openTurn(data) {
  welcomeElement.hidden = true;
  for (const old of turnsElement.querySelectorAll(".suggestions, .note")) old.remove();
  const root = make("article", "turn");
  root.tabIndex = -1;
  const question = make("div", "question");
  question.append(make("h2", "visually-hidden", labels.you), make("p", "", data.question));
  const answer = make("div", "answer");
  const title = make("h3", "answer-title");
  const body = make("div", "blocks");
  answer.append(title, body);
  root.append(question, answer);
  turnsElement.append(root);
  const turn = { data, root, answer, title, body, shown: 0, list: null };
  turns.set(data.id, turn);
  root.scrollIntoView({ block: "start", behavior: calm.matches ? "auto" : "smooth" });
  if (focusNext) root.focus({ preventScroll: true });
  return turn;
}

function appendBlock(turn, block) {
  const made = make(ELEMENTS[block.tag] ?? block.tag, block.tag === "table" ? "sheet" : "");
  made.innerHTML = block.html;
  if (block.tag !== "li") {
    turn.list = null;
    turn.body.append(made);
    return;
  }
  if (!turn.list) {
    turn.list = make("ul");
    turn.body.append(turn.list);
  }
  turn.list.append(made);
}

function receive(data) {
  if (!data) return;
  if (data.examples) {
    showWelcome(data.examples);
    return;
  }
  if (!data.id || dropped.has(data.id)) return;
  window.clearTimeout(watchdog);
  const turn = turns.get(data.id) ?? openTurn(data);
  const wasDone = turn.data.done;
  turn.data = data;
  turn.root.dataset.kind = data.kind;
  turn.answer.lang = data.language;
  turn.answer.setAttribute("aria-busy", String(!data.done));
  turn.title.textContent = data.label;
  turn.title.lang = labels.language;
  for (; turn.shown < data.blocks.length; turn.shown += 1) {
    appendBlock(turn, data.blocks[turn.shown]);
  }
  if (data.done && !wasDone) finish(turn);
}

function finish(turn) {
  const { data, answer } = turn;
  if (data.kind === "answered") {
    const copy = make("button", "quiet copy", labels.copy);
    copy.type = "button";
    copy.lang = labels.language;
    copy.addEventListener("click", () => copyText(data.copy));
    answer.append(copy);
  }
  if (data.suggestions.length) {
    answer.append(questionButtons(data.suggestions, labels.suggestions, "suggestions"));
  }
}

async function copyText(text) {
  try {
    await navigator.clipboard.writeText(text);
    say(labels.copied);
    toast(labels.copied);
  } catch {
    // Without https the clipboard is only reachable through a selection.
    const area = make("textarea", "visually-hidden");
    area.value = text;
    document.body.append(area);
    area.select();
    const done = document.execCommand("copy");
    area.remove();
    say(done ? labels.copied : labels.copy_failed);
    toast(done ? labels.copied : labels.copy_failed);
  }
}

function toast(text) {
  document.querySelector(".toast")?.remove();
  const shown = make("div", "toast", text);
  shown.setAttribute("aria-hidden", "true");
  document.body.append(shown);
  window.setTimeout(() => shown.remove(), 2500);
}

const panel = () => document.querySelector(".evidence");
const behindSheet = () => document.querySelectorAll("#kopf, #gespraech");

function showEvidence(marker) {
  const turn = [...turns.values()].find((one) => one.root.contains(marker));
  const html = turn?.data.quotes[marker.dataset.number];
  const target = panel();
  if (!html || !target) return;
  openedBy?.removeAttribute("aria-expanded");
  openedBy = marker;
  marker.setAttribute("aria-expanded", "true");
  const body = target.querySelector(".evidence-body");
  body.innerHTML = html;
  target.classList.add("open");
  target.querySelector(".close").hidden = false;
  if (sheet.matches) behindSheet().forEach((part) => { part.inert = true; });
  body.querySelector("h2").focus({ preventScroll: true });
  const mark = body.querySelector("mark");
  target.scrollTop = 0;
  const offset = mark.getBoundingClientRect().top - target.getBoundingClientRect().top;
  if (offset > target.clientHeight * 0.6) target.scrollTop = offset - target.clientHeight / 3;
}

let emptyPanel = null;

function closeEvidence({ refocus = true } = {}) {
  const target = panel();
  if (!target?.classList.contains("open")) return;
  target.classList.remove("open");
  target.querySelector(".close").hidden = true;
  target.querySelector(".evidence-body").innerHTML = emptyPanel;
  behindSheet().forEach((part) => { part.inert = false; });
  openedBy?.removeAttribute("aria-expanded");
  if (refocus) openedBy?.focus();
  openedBy = null;
}

function newChat() {
  closeEvidence({ refocus: false });
  for (const id of turns.keys()) dropped.add(id);
  turns.clear();
  turnsElement.replaceChildren();
  welcomeElement.hidden = false;
  window.scrollTo({ top: 0 });
  document.querySelector("#eingabe textarea")?.focus();
  say(labels.new_chat_done);
}

document.addEventListener("click", (event) => {
  const target = event.target instanceof Element ? event.target : null;
  const marker = target?.closest("#verlauf .marker");
  if (marker) {
    emptyPanel ??= panel()?.querySelector(".evidence-body").innerHTML;
    showEvidence(marker);
  } else if (target?.closest("[data-action=new-chat]")) {
    newChat();
  } else if (target?.closest("[data-action=close-evidence]")) {
    closeEvidence();
  }
});
document.addEventListener("keydown", (event) => {
  if (event.key === "Escape") closeEvidence();
});
sheet.addEventListener("change", () => {
  const open = panel()?.classList.contains("open");
  behindSheet().forEach((part) => { part.inert = Boolean(open && sheet.matches); });
});

// Gradio's label also holds the hint and the button, and would give the field all of it as name.
function nameInput() {
  const input = document.querySelector("#eingabe textarea");
  if (!input) {
    window.requestAnimationFrame(nameInput);
    return;
  }
  input.setAttribute("aria-label", labels.input_label);
  input.setAttribute("aria-description", labels.keys);
  input.enterKeyHint = "send";
}

nameInput();
window.karrierelotse = { request };
showWelcome([]);
receive(props.value);
watch("value", () => receive(props.value));
