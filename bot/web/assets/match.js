// Runs once as the body of a function with (element, trigger, props, server, upload, watch).
// The profile lives in the variables below and in the form, nowhere else: every comparison sends
// it anew and the server keeps none. HTML of results comes from the server, escaped there.
const { labels } = props;
const form = element.querySelector(".match-form");
const fileInput = element.querySelector("input[type=file]");
const textInput = element.querySelector("textarea");
const statusElement = element.querySelector(".match-status");
const result = element.querySelector(".match-result");
const forgetButton = element.querySelector("[data-action=forget]");
const stopButton = element.querySelector("[data-action=stop]");
const ENDPOINT = "/api/v1/matches";
const STOP_SHOWN_MS = 600; // what is there at once needs no button to stop it

let file = null;
let text = "";
let role = null;
let answers = {};
let shown = { role, answers }; // of the result on the page
let running = null;

function tell(message, alert = false) {
  statusElement.textContent = message;
  statusElement.classList.toggle("alert", alert);
}

function body() {
  const data = new FormData();
  if (file) data.append("file", file, file.name);
  else data.append("text", text);
  if (role) data.append("role", role);
  data.append("answers", JSON.stringify(answers));
  data.append("language", labels.language);
  return data;
}

// What `read` gives of the answer; null where there is none. A newer request ends an older one.
async function send(accept, read) {
  running?.abort();
  const mine = new AbortController();
  running = mine;
  const waiting = window.setTimeout(() => { stopButton.hidden = false; }, STOP_SHOWN_MS);
  element.querySelector(".match").setAttribute("aria-busy", "true");
  try {
    const response = await fetch(ENDPOINT, {
      method: "POST", body: body(), headers: { Accept: accept }, signal: mine.signal,
      cache: "no-store",
    });
    if (response.ok) return await read(response);
    const problem = await response.json().catch(() => null);
    tell(problem?.detail ?? labels.failed, true);
  } catch (error) {
    if (error.name !== "AbortError") tell(labels.failed, true);
  } finally {
    window.clearTimeout(waiting);
    if (running === mine) settle();
  }
  return null;
}

function settle() {
  running = null;
  element.querySelector(".match").setAttribute("aria-busy", "false");
  const focused = document.activeElement === stopButton;
  stopButton.hidden = true;
  if (focused) form.querySelector("[type=submit]").focus();
}

function stop() {
  running?.abort();
  tell(labels.stopped);
}

// What has the focus is found again after a result was replaced.
function place(active) {
  for (const name of ["data-answer", "data-free", "data-take"]) {
    if (!active?.hasAttribute?.(name)) continue;
    const key = active.dataset.requirement ?? active.dataset.free ?? active.dataset.take;
    return { key, name, value: active.getAttribute(name) };
  }
  return null;
}

function refocus(where) {
  const quoted = CSS.escape(where.key);
  const same = result.querySelector(
    where.name === "data-answer"
      ? `[data-answer="${CSS.escape(where.value)}"][data-requirement="${quoted}"]`
      : `[${where.name}="${quoted}"]`,
  );
  const other = result.querySelector(`[data-requirement="${quoted}"], [data-free="${quoted}"]`);
  (same ?? other ?? result.querySelector("h3"))?.focus({ preventScroll: Boolean(same ?? other) });
}

async function compare({ keepPlace = false } = {}) {
  const where = keepPlace ? place(document.activeElement) : null;
  tell(labels.checking);
  const html = await send("text/html", (response) => response.text());
  if (html === null) {
    // A newer comparison stands for itself; else the page is as it was.
    if (!running) ({ role, answers } = { role: shown.role, answers: { ...shown.answers } });
    return false;
  }
  shown = { role, answers: { ...answers } };
  result.innerHTML = html;
  forgetButton.hidden = false;
  tell(keepPlace ? labels.updated : "");
  if (where) refocus(where);
  else result.querySelector("h3")?.focus();
  return true;
}

async function save(kind) {
  tell(labels.checking);
  const type = kind === "pdf" ? "application/pdf" : "text/markdown";
  const blob = await send(type, (response) => response.blob());
  if (!blob) return;
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = `karrierelotse-${role}.${kind}`;
  link.click();
  window.setTimeout(() => URL.revokeObjectURL(link.href), 10000);
  tell(labels.exported);
}

function answer(key, value) {
  if (value) answers[key] = value;
  else delete answers[key];
  compare({ keepPlace: true });
}

function forget() {
  running?.abort();
  file = null;
  text = "";
  role = null;
  answers = {};
  shown = { role, answers };
  form.reset();
  result.replaceChildren();
  forgetButton.hidden = true;
  tell(labels.forgotten);
  textInput.focus();
}

form.addEventListener("submit", (event) => {
  event.preventDefault();
  file = fileInput.files[0] ?? null;
  text = textInput.value;
  role = null;
  answers = {};
  if (!file && !text.trim()) {
    tell(labels.nothing_given, true);
    textInput.focus();
    return;
  }
  compare();
});
// One of the two is compared: choosing the one takes back the other.
fileInput.addEventListener("change", () => { if (fileInput.files.length) textInput.value = ""; });
textInput.addEventListener("input", () => { if (textInput.value) fileInput.value = ""; });

element.addEventListener("click", (event) => {
  const button = event.target instanceof Element ? event.target.closest("button") : null;
  if (!button || button.type === "submit") return;
  const { action, answer: value, requirement, take } = button.dataset;
  if (action === "forget") forget();
  else if (action === "stop") stop();
  else if (action === "back") { role = null; compare(); }
  else if (button.dataset.export) save(button.dataset.export);
  else if (button.dataset.role) { role = button.dataset.role; compare(); }
  else if (requirement !== undefined) answer(requirement, answers[requirement] === value ? "" : value);
  else if (take) answer(take, result.querySelector(`[data-free="${CSS.escape(take)}"]`).value.trim());
});
element.addEventListener("keydown", (event) => {
  const key = event.target instanceof Element ? event.target.dataset.free : undefined;
  if (key === undefined || event.key !== "Enter") return;
  event.preventDefault();
  answer(key, event.target.value.trim());
});
