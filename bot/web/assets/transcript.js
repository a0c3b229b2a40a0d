// Runs once as the body of a function with (element, trigger, props, server, upload, watch), after
// conversation.js and the parts of a turn in the same scope: what ties the conversation to Gradio's parts.
const { labels } = props;
const NOTHING = { question: "", at: 0 };
const sent = [];
let pending = null;
let lastSent = NOTHING;
const stops = []; // ids of turns whose stop is on its way
const watched = new Map(); // id of a turn, or the question until it has one, to its timer
const notes = new Map(); // the same to what tells that nothing more was heard of it
const waits = new Map(); // id of a turn under way to what takes its waiting line away

const SILENCE_MS = 8000;
const SILENCES = 3;
const DOUBLE_MS = 600;
const sheet = window.matchMedia("(max-width: 899px)");
const input = () => document.querySelector("#eingabe textarea");

const quotes = quotePanel({
  panel: () => document.querySelector("#beleg .evidence"),
  behind: () => document.querySelectorAll("#kopf, #gespraech"),
  covers: () => sheet.matches,
});
const chat = conversation({
  elements: {
    turns: element.querySelector(".turns"),
    welcome: element.querySelector(".welcome"),
    status: element.querySelector("[role=status]"),
  },
  labels,
  ask,
  quotes,
  reveal: (root) => {
    root.scrollIntoView({ block: "start", behavior: calm.matches ? "auto" : "smooth" });
  },
  begun: (turn) => {
    if (!turn.data.done) waits.set(turn.data.id, waitingLine(turn, labels, stop));
  },
  finished,
});
watchQueue({ language: labels.language, refused, broken });

document.documentElement.lang = labels.language;

function ask(question) {
  pending = question;
  trigger("submit", {});
}

function finished(turn) {
  if (!turn.data.answer) return;
  document.documentElement.dataset.answered = "";
  turn.actions.append(feedbackForm(turn, props.feedback));
}

// The turn goes at once, whatever the server still does; its question can be asked anew, or changed.
function stop(turn) {
  const { id, question } = turn.data;
  stops.push(id);
  trigger("stop", {});
  forget(id);
  chat.drop(id);
  chat.say(labels.stopped_done);
  const box = input();
  if (!box.value.trim()) fill(box, question);
  box.focus();
}

function fill(box, text) {
  box.value = text;
  box.dispatchEvent(new Event("input", { bubbles: true }));
}

// No piece of it comes any more, or none is waited for.
function forget(id) {
  unwatch(id);
  waits.get(id)?.();
  waits.delete(id);
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
    chat.focusTurn(chosen);
    watchOver(question, question);
  }
  return [question, { history: chat.history() }];
}

// Keeps what is in the input at the moment of sending, because Gradio reads it later, when more
// may have been typed; and empties it here, because an answer would wipe out what is typed in
// the meantime. A question that is too long stays, to be shortened.
function send() {
  const box = input();
  const text = box.value;
  sent.push(text);
  if (text.trim().length > props.most_characters) return;
  window.setTimeout(() => {
    box.value = box.value.startsWith(text) ? box.value.slice(text.length) : box.value;
    box.dispatchEvent(new Event("input", { bubbles: true }));
  }, 0);
}

document.addEventListener("keydown", (event) => {
  const asks = event.key === "Enter" && !event.shiftKey && !event.isComposing;
  if (asks && event.target.matches("#eingabe textarea")) send();
}, true);
document.addEventListener("click", (event) => {
  if (event.target.closest("#eingabe .submit-button")) send();
}, true);

// Where the server falls silent its visitor is told. A turn under way sends a piece each second, but
// a busy server may be late; a question that has none yet may wait in line. So the server is asked
// whether it is there. Behind a proxy another one may answer that, so a turn isn't waited for forever.
function watchOver(key, question, silences = 1) {
  unwatch(key);
  const timer = window.setTimeout(async () => {
    const patient = key === question || silences < SILENCES;
    const there = await answers();
    if (watched.get(key) !== timer) return;
    if (there && patient) watchOver(key, question, silences + 1);
    else lost(key, question);
  }, SILENCE_MS);
  watched.set(key, timer);
}

function unwatch(key) {
  window.clearTimeout(watched.get(key));
  watched.delete(key);
  notes.get(key)?.remove();
  notes.delete(key);
}

async function answers() {
  try {
    return (await fetch("/healthz", { cache: "no-store" })).ok;
  } catch {
    return false;
  }
}

// What comes after all is shown, and the note, or the turn that says so, taken back.
function lost(key, question) {
  unwatch(key);
  if (key === question) {
    const id = chat.fail(question, labels.lost);
    notes.set(key, { remove: () => chat.drop(id) });
  } else {
    notes.set(key, chat.note(labels.lost, question, () => { forget(key); chat.drop(key); }));
  }
}

// One that was stopped or cleared away is waited for by nobody.
async function refused(question, response) {
  if (!watched.has(question) && !notes.has(question)) return;
  lastSent = NOTHING; // it may be asked again at once
  unwatch(question);
  chat.fail(question, await reasonOf(response));
}

async function reasonOf(response) {
  const type = response?.headers.get("Content-Type") ?? "";
  if (type.includes("problem+json")) {
    const problem = await response.json().catch(() => null);
    return problem?.detail ?? labels.lost;
  }
  // Gradio's own, in English, says that its queue is full.
  return response?.status === 503 ? labels.busy : labels.lost;
}

function broken(question) {
  lastSent = NOTHING;
  const turn = chat.all().find((one) => !one.done && one.question === question);
  if (turn) {
    forget(turn.id);
    chat.fail(question, labels.broken, turn.id);
  } else if (watched.has(question)) {
    unwatch(question);
    chat.fail(question, labels.broken);
  }
}

function receive(data) {
  if (data?.examples) {
    chat.showWelcome(data.examples);
  } else if (data?.id) {
    unwatch(data.question);
    chat.receive(data);
    if (data.done) forget(data.id);
    else if (waits.has(data.id)) watchOver(data.id, data.question);
  }
}

async function save(type) {
  chat.say(props.saving.saving);
  const failed = await saveConversation(chat.all(), type, props.saving);
  if (failed) {
    chat.note(failed);
  } else {
    chat.say(props.saving.saved);
    toast(props.saving.saved);
  }
}

document.addEventListener("click", (event) => {
  const target = event.target instanceof Element ? event.target : null;
  const saved = target?.closest("[data-save]");
  if (saved) save(saved.dataset.save);
  if (!target?.closest("[data-action=new-chat]")) return;
  for (const id of [...watched.keys(), ...waits.keys()]) forget(id);
  chat.clear();
  delete document.documentElement.dataset.answered;
  window.scrollTo({ top: 0 });
  input()?.focus();
});
sheet.addEventListener("change", quotes.fit);

// Gradio's label also holds the hint and the button, and would give the field all of it as name.
function nameInput() {
  const box = input();
  if (!box) {
    window.requestAnimationFrame(nameInput);
    return;
  }
  box.setAttribute("aria-label", labels.input_label);
  box.setAttribute("aria-description", labels.keys);
  box.enterKeyHint = "send";
}

nameInput();
window.karrierelotse = { request, stopped: () => ({ stop: stops.shift() }) };
chat.showWelcome([]);
receive(props.value);
watch("value", () => receive(props.value));
