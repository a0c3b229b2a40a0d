// The recruiters' room: signing in, screenings, reviews, files. The key goes to the server once and
// is kept in no variable; who is signed in is the cookie's matter, which no script can read.
const BASE = "/api/v1/screenings";
const PATIENCE = 300; // milliseconds
const find = (selector) => element.querySelector(selector);
const room = find(".screening");
const home = find(".home");
const signIn = find(".sign-in");
const start = find(".start");
const advert = find(".advert");
const result = find(".report");
const detail = find("dialog.detail");
const detailBody = find(".detail-body");
const sure = find("dialog.sure");
const [roomStatus, detailStatus] = [find(".screening > .match-status"), find(".detail .match-status")];

let reviewer = null;
let report = null;
let receipts = null;
let place = null; // the cell at hand: { code, line }; a line of null is the application itself
let busy = false;
let entered = false;

function tell(message, alert = false) {
  const status = detail.open ? detailStatus : roomStatus;
  status.textContent = message;
  status.classList.toggle("alert", alert);
  if (detail.open && message) status.scrollIntoView({ block: "nearest" });
}

function untell() {
  for (const status of [roomStatus, detailStatus]) {
    status.textContent = "";
    status.classList.remove("alert");
  }
}

// One request at a time; null where it failed, which is then told. Where `stopper` is given, that
// button stops it.
async function request(path, options = {}, working = labels.working, stopper = null) {
  if (busy) return null;
  busy = true;
  const abort = new AbortController();
  const stop = () => abort.abort();
  stopper?.addEventListener("click", stop);
  room.setAttribute("aria-busy", "true");
  untell();
  // What is there at once needs no announcement before.
  const waiting = window.setTimeout(() => {
    tell(working);
    if (stopper) stopper.hidden = false;
  }, PATIENCE);
  try {
    const response = await fetch(path, { cache: "no-store", signal: abort.signal, ...options });
    window.clearTimeout(waiting);
    if (response.ok) return response;
    const problem = await response.json().catch(() => null);
    if (response.status === 401 && !path.endsWith("/session")) showSignIn(labels.session_over);
    else tell(problem?.detail ?? labels.failed, true);
  } catch (error) {
    if (error.name !== "AbortError") tell(labels.failed, true);
  } finally {
    window.clearTimeout(waiting);
    stopper?.removeEventListener("click", stop);
    if (stopper) stopper.hidden = true;
    busy = false;
    room.removeAttribute("aria-busy");
  }
  return null;
}

const sent = (method, body) => ({
  method, headers: { "Content-Type": "application/json" }, body: JSON.stringify(body),
});
const path = (...parts) => [BASE, ...parts.map(encodeURIComponent)].join("/");

function save(blob, name) {
  const link = node("a", { href: URL.createObjectURL(blob), download: name });
  link.click();
  window.setTimeout(() => URL.revokeObjectURL(link.href), 10000);
}

async function saveResponse(response) {
  const named = /filename="?([^";]+)"?/.exec(response.headers.get("content-disposition") ?? "");
  save(await response.blob(), named?.[1] ?? labels.receipts_file);
  tell(labels.exported);
}

// "Are you sure?", in a dialog of the page; the focus goes back to what asked.
function confirmed(question, yes) {
  find("#auswahl-sure").textContent = question;
  find(".sure .actions").replaceChildren(
    button(labels.cancel, { sure: "no" }), button(yes, { sure: "yes" }, "primary"));
  sure.returnValue = "no";
  sure.showModal();
  return new Promise((resolve) => {
    sure.addEventListener("close", () => resolve(sure.returnValue === "yes"), { once: true });
  });
}

// Who is at the screen.
function showSignIn(message = "") {
  if (detail.open) detail.close();
  reviewer = null;
  signIn.hidden = false;
  home.hidden = false;
  find(".signed").hidden = true;
  find(".who").hidden = true;
  room.classList.remove("at-report");
  result.hidden = true;
  result.replaceChildren();
  find(".kept").replaceChildren();
  untell();
  tell(message, Boolean(message));
  if (message) find("#auswahl-key").focus();
}

async function showSigned(name) {
  reviewer = name;
  signIn.hidden = true;
  find(".signed").hidden = false;
  find(".who").hidden = false;
  find(".who p").textContent = fill(labels.signed_in, { name });
  await showRoles();
  if (report) await openScreening(report.id);
  else await showHome();
}

async function enter() {
  if (entered || document.documentElement.dataset.room !== "auswahl") return;
  entered = true;
  const response = await fetch(path("session"), { cache: "no-store" }).catch(() => null);
  if (response?.ok) await showSigned((await response.json()).reviewer);
  else showSignIn();
}

async function showRoles() {
  const select = find("#auswahl-role");
  const response = await fetch("/api/v1/roles").catch(() => null);
  if (!response?.ok) return;
  const options = (await response.json()).map((role) => node("option", { value: role.id }, role.label));
  const chosen = select.value;
  select.replaceChildren(select.options[0], ...options, select.options[select.options.length - 1]);
  select.value = chosen;
}

async function showHome({ focus = false, message = "" } = {}) {
  const response = await request(BASE);
  if (!response) return;
  report = null;
  place = null;
  room.classList.remove("at-report");
  result.hidden = true;
  result.replaceChildren();
  find(".kept").replaceChildren(keptView(await response.json()));
  home.hidden = false;
  tell(message);
  if (focus) find(".kept-title").focus();
}

signIn.addEventListener("submit", async (event) => {
  event.preventDefault();
  const field = find("#auswahl-key");
  if (!field.value.trim()) {
    tell(labels.key_missing, true);
    field.focus();
    return;
  }
  const response = await request(path("session"), sent("POST", { key: field.value.trim() }));
  field.value = "";
  if (!response) {
    field.focus();
    return;
  }
  untell();
  await showSigned((await response.json()).reviewer);
  if (!report) find(".kept-title").focus();
});

async function signOut() {
  if (!(await request(path("session"), { method: "DELETE" }))) return;
  report = null;
  receipts = null;
  start.reset();
  find(".chosen").textContent = "";
  showSignIn();
  tell(labels.signed_out);
  find("#auswahl-key").focus();
}

// A new screening.
const roleSelect = find("#auswahl-role");
const files = find("#auswahl-files");
roleSelect.addEventListener("change", () => {
  find(".other-role").hidden = roleSelect.value !== "*";
  if (roleSelect.value === "*") find("#auswahl-title").focus();
});
// Names that are known, beside what is typed; any name may be sent.
let proposing = 0;
find("#auswahl-title").addEventListener("input", ({ target }) => {
  window.clearTimeout(proposing);
  const typed = target.value.trim();
  if (typed.length < 3) return;
  proposing = window.setTimeout(async () => {
    const response = await fetch(`/api/v1/roles?${new URLSearchParams({ q: typed, limit: 8 })}`)
      .catch(() => null);
    const roles = response?.ok ? await response.json() : [];
    if (target.value.trim() !== typed) return;
    find("#auswahl-titles").replaceChildren(
      ...roles.map((role) => node("option", { value: role.label })));
  }, PATIENCE);
});
files.addEventListener("change", () => {
  const names = Array.from(files.files, (file) => file.name).join(", ");
  find(".chosen").textContent = names ? fill(labels.files_chosen, { names }) : "";
});

function refusal() {
  const bytes = Array.from(files.files).reduce((sum, file) => sum + file.size, 0);
  const role = roleSelect.value === "*" ? find("#auswahl-title").value.trim() : roleSelect.value;
  if (!role) return [labels.role_missing, roleSelect.value === "*" ? find("#auswahl-title") : roleSelect];
  if (!files.files.length) return [labels.files_missing, files];
  if (files.files.length > labels.most_files) {
    const given = { given: files.files.length, count: labels.most_files };
    return [fill(labels.files_too_many, given), files];
  }
  if (bytes > labels.most_megabytes * 1e6) {
    return [fill(labels.files_too_large, { size: labels.most_megabytes }), files];
  }
  return null;
}

start.addEventListener("submit", async (event) => {
  event.preventDefault();
  const refused = refusal();
  if (refused) {
    tell(refused[0], true);
    refused[1].focus();
    return;
  }
  const data = new FormData();
  data.append("role", roleSelect.value === "*" ? find("#auswahl-title").value.trim() : roleSelect.value);
  data.append("language", find("#auswahl-language").value);
  for (const file of files.files) data.append("files", file, file.name);
  const stopper = find("[data-action=stop]");
  let stopped = false;
  const stop = () => { stopped = true; };
  stopper.addEventListener("click", stop);
  const response = await request(BASE, { method: "POST", body: data }, labels.reading, stopper);
  stopper.removeEventListener("click", stop);
  // What the server had read by then stands in the list.
  if (stopped) await showHome({ focus: true, message: labels.stopped });
  if (!response || stopped) return;
  const made = await response.json();
  receipts = made.receipts;
  start.reset();
  find(".other-role").hidden = true;
  find(".chosen").textContent = "";
  showReport(made.report);
  tell(labels.started);
  find(".receipts h4").focus();
});

function saveReceipts() {
  const lines = receipts.map((one) => `${one.code ? named(one) : "–"}\t${one.name}`);
  const day = report.opened_at.slice(0, 10);
  save(new Blob([`${report.role_name}, ${day}\n${lines.join("\n")}\n`], { type: "text/plain" }),
    `${labels.receipts_file}-${day}.txt`);
  tell(labels.exported);
}

function hideReceipts() {
  receipts = null;
  find(".noted").replaceChildren();
  tell(labels.receipts_hidden);
  find(".report h3").focus();
}

async function goHome() {
  if (receipts && !(await confirmed(labels.receipts_leave, labels.leave))) return;
  receipts = null;
  await showHome({ focus: true });
}

advert.addEventListener("submit", async (event) => {
  event.preventDefault();
  const field = find("#auswahl-advert");
  if (!field.value.trim()) {
    tell(labels.advert_missing, true);
    field.focus();
    return;
  }
  const response = await request("/api/v1/adverts",
    sent("POST", { text: field.value, language: labels.language }));
  if (!response) return;
  find(".advert-result").replaceChildren(...advertView(await response.json()));
  tell("");
  find(".advert-result h4").focus();
});
