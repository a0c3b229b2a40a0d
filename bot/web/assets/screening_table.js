// The table of one screening, its cells, files and deletion; ends with what starts the room.
async function openScreening(id) {
  const response = await request(path(id));
  if (!response) return;
  showReport(await response.json());
  const { all, done } = lineCount(report);
  tell(fill(labels.loaded, { role: report.role_name, done, all }));
  find(".report h3").focus();
}

function showReport(given) {
  report = given;
  place = null;
  room.classList.add("at-report");
  home.hidden = true;
  result.hidden = false;
  result.replaceChildren(...reportView(report));
  if (receipts) find(".noted").replaceChildren(receiptsView(receipts));
  if (!report.candidates.length) return;
  showColumn(report.candidates[0].code);
  paint();
  const first = find(".grid td .cell");
  if (first) first.tabIndex = 0;
}

const cellAt = (code, line) => find(
  line === null
    ? `.grid thead .cell[data-code="${CSS.escape(code)}"]`
    : `.grid td .cell[data-code="${CSS.escape(code)}"][data-line="${CSS.escape(line)}"]`,
);
const candidateOf = (code) => report.candidates.find((one) => one.code === code);
const lineOf = (candidate, line) => candidate.lines.find((one) => one.requirement === line);

// A review changes cells where they are, so that nothing moves and the focus stays.
function paint() {
  const required = new Map(report.requirements.map((one) => [one.id, one]));
  const lines = new Map(report.candidates.map(
    (one) => [one.code, { candidate: one, by: new Map(one.lines.map((line) => [line.requirement, line])) }]));
  for (const cell of element.querySelectorAll(".grid td .cell")) {
    const { candidate, by } = lines.get(cell.dataset.code) ?? {};
    const line = by?.get(cell.dataset.line);
    if (line) paintCell(cell, line, required.get(cell.dataset.line), candidate);
  }
  const { all, done } = lineCount(report);
  find("#auswahl-progress").textContent = fill(labels.progress, { done, all });
  const bar = find(".progress progress");
  bar.max = all;
  bar.value = done;
  find(".progress [data-action=next-line]").hidden = done === all;
  find("#auswahl-export").textContent = report.open_lines
    ? fill(labels.export_waits, { count: report.open_lines }) : labels.all_reviewed;
  for (const made of element.querySelectorAll("[data-export]")) {
    made.setAttribute("aria-disabled", String(report.open_lines > 0));
  }
}

// Where there is room for one column only, it is this one.
function showColumn(code) {
  for (const cell of element.querySelectorAll(".grid [data-column]")) {
    cell.classList.toggle("shown", cell.dataset.column === code);
  }
  find("#auswahl-shown").value = code;
}

function moveTo(cell) {
  if (!cell) return;
  for (const one of element.querySelectorAll('.grid .cell[tabindex="0"]')) one.tabIndex = -1;
  cell.tabIndex = 0;
  showColumn(cell.dataset.code);
  cell.focus();
}

function stepColumn(step) {
  const codes = report.candidates.map((one) => one.code);
  const at = codes.indexOf(find("#auswahl-shown").value) + (step === "next" ? 1 : -1);
  showColumn(codes[(at + codes.length) % codes.length]);
}

element.addEventListener("keydown", (event) => {
  const cell = event.target instanceof Element ? event.target.closest(".grid .cell") : null;
  if (!cell || event.altKey || event.metaKey) return;
  const codes = report.candidates.map((one) => one.code);
  const ids = [null, ...report.requirements.map((one) => one.id)];
  let column = codes.indexOf(cell.dataset.code);
  let row = Number(cell.dataset.row ?? 0);
  if (event.key === "ArrowRight") column += 1;
  else if (event.key === "ArrowLeft") column -= 1;
  else if (event.key === "ArrowDown") row += 1;
  else if (event.key === "ArrowUp") row -= 1;
  else if (event.key === "Home") [column, row] = [0, event.ctrlKey ? 1 : row];
  else if (event.key === "End") [column, row] = [codes.length - 1, event.ctrlKey ? ids.length - 1 : row];
  else return;
  event.preventDefault();
  if (column in codes && row in ids) moveTo(cellAt(codes[column], ids[row]));
});

// One cell, one application.
function openDetail(code, line) {
  const candidate = candidateOf(code);
  place = { code, line };
  const requirement = report.requirements.find((one) => one.id === line);
  detailBody.replaceChildren(...(line === null
    ? applicationView(candidate)
    : lineView(candidate, requirement, lineOf(candidate, line), report.language)));
  showColumn(code);
  untell();
  if (!detail.open) detail.showModal();
  detail.scrollTop = 0;
  find("#auswahl-detail").focus();
}

detail.addEventListener("close", () => {
  detailStatus.textContent = "";
  detailBody.replaceChildren();
  if (place && reviewer) moveTo(cellAt(place.code, place.line));
});

async function review(verdict, reason = "") {
  const { code, line } = place;
  const response = await request(path(report.id, "reviews"),
    sent("POST", { application: code, requirement: line, verdict, reason }));
  if (!response) return;
  report = await response.json();
  paint();
  const candidate = candidateOf(code);
  const now = lineOf(candidate, line);
  openDetail(code, line);
  const { all, done } = lineCount(report);
  const progress = fill(labels.progress, { done, all });
  const said = now.review?.confirmed ? labels.saved_confirmed : labels.saved_corrected;
  tell(report.open_lines ? fill(said, { progress }) : labels.all_reviewed);
  const next = find(".detail [data-action=next-line]");
  next.hidden = report.open_lines === 0;
  (next.hidden ? find(".detail .close") : next).focus();
}

// The next line that nobody has reviewed, application by application, from the one at hand on.
function nextLine() {
  const lines = report.candidates.flatMap((one) => one.lines.map((line) => [one, line]));
  const at = lines.findIndex(([one, line]) => one.code === place?.code && line.requirement === place?.line);
  const order = [...lines.slice(at + 1), ...lines.slice(0, at + 1)];
  const [candidate, line] = order.find(([, one]) => !one.review) ?? [];
  if (line) openDetail(candidate.code, line.requirement);
}

element.addEventListener("submit", (event) => {
  if (!event.target.closest(".correction")) return;
  event.preventDefault();
  const chosen = find("input[name=auswahl-verdict]:checked");
  const reason = find("#auswahl-reason");
  if (!chosen) {
    tell(labels.verdict_missing, true);
    find("input[name=auswahl-verdict]").focus();
  } else if (!reason.value.trim()) {
    tell(labels.reason_missing, true);
    reason.focus();
  } else review(chosen.value, reason.value.trim());
});

async function deleteApplication() {
  const { code } = place;
  const pseudonym = named({ code });
  if (!(await confirmed(fill(labels.application_delete_sure, { pseudonym }), labels.really_delete))) return;
  if (!(await request(path(report.id, "applications", code), { method: "DELETE" }))) return;
  place = null;
  detail.close();
  await openScreening(report.id);
  tell(fill(labels.application_deleted, { pseudonym }));
}

async function deleteScreening() {
  const question = fill(labels.delete_sure, { role: report.role_name });
  if (!(await confirmed(question, labels.really_delete))) return;
  if (!(await request(path(report.id), { method: "DELETE" }))) return;
  receipts = null;
  await showHome({ focus: true, message: labels.was_deleted });
}

async function exportAs(form) {
  if (report.open_lines) {
    tell(fill(labels.export_waits, { count: report.open_lines }), true);
    return;
  }
  const response = await request(`${path(report.id, "export")}?format=${form}`);
  if (response) await saveResponse(response);
}

async function exportApplication() {
  const response = await request(path(report.id, "applications", place.code));
  if (response) await saveResponse(response);
}

async function toggleHistory(asked) {
  const shown = asked.getAttribute("aria-expanded") === "true";
  if (shown) find(".history").replaceChildren();
  else {
    const response = await request(path(report.id, "history"));
    if (!response) return;
    find(".history").replaceChildren(historyView(await response.json(), report));
    tell("");
  }
  asked.setAttribute("aria-expanded", String(!shown));
  asked.textContent = shown ? labels.history : labels.history_hide;
}

const ACTIONS = {
  "sign-out": signOut,
  home: goHome,
  "save-receipts": saveReceipts,
  "hide-receipts": hideReceipts,
  "next-line": nextLine,
  close: () => detail.close(),
  confirm: () => review(lineOf(candidateOf(place.code), place.line).found),
  "export-application": exportApplication,
  "delete-application": deleteApplication,
  delete: deleteScreening,
};

element.addEventListener("click", (event) => {
  const asked = event.target instanceof Element ? event.target.closest("button") : null;
  if (!asked || asked.type === "submit") return;
  const { action, code, line, screening, step, export: form, sure: answer } = asked.dataset;
  if (answer) sure.close(answer);
  else if (action === "history") toggleHistory(asked);
  else if (action) ACTIONS[action]?.(); // "stop" is heard by the request that it stops
  else if (screening) openScreening(screening);
  else if (form) exportAs(form);
  else if (step) stepColumn(step);
  else if (code) openDetail(code, line ?? null);
});
element.addEventListener("change", (event) => {
  if (event.target.id === "auswahl-shown") showColumn(event.target.value);
});
window.addEventListener("hashchange", enter);
new MutationObserver(enter).observe(
  document.documentElement, { attributes: true, attributeFilter: ["data-room"] },
);
enter();
