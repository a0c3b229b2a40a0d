// The first of the scripts of a room on roles, which make one function's body together. Chooses a
// role, fills the room with HTML from the server, which is escaped there, and opens quotes. What is
// shown stands in the address: "#gehalt?role=…", so links, history and reloads lead back to it.
const { labels } = props;
const searchForm = element.querySelector(".role-search");
const searchInput = element.querySelector("input[type=search]");
const rolesList = element.querySelector(".roles");
const choiceNotices = element.querySelector(".choice-notices");
const statusElement = element.querySelector(".match-status");
const retryButton = element.querySelector("[data-action=retry]");
const result = element.querySelector(".explorer-result");
const sheet = element.querySelector(".quote-sheet");
const quoteBody = element.querySelector(".quote-body");

const TYPING_MS = 250;
const MOST_FOUND = 12;
let articleRoles = null;
let shown = null;
let typing = null;
let openedBy = null;
const running = {};

function tell(message, alert = false) {
  statusElement.textContent = message;
  statusElement.classList.toggle("alert", alert);
  statusElement.classList.remove("visually-hidden");
  if (!alert) retryButton.hidden = true;
}

// What the result itself shows is only heard.
function say(message) {
  tell(message);
  statusElement.classList.add("visually-hidden");
}

// One request of a kind at a time: a newer one ends the older. Null where it was ended or failed;
// a failure is told by "failed".
async function get(kind, address, accept, failed) {
  running[kind]?.abort();
  const controller = new AbortController();
  running[kind] = controller;
  const separator = address.includes("?") ? "&" : "?";
  try {
    const response = await fetch(`${address}${separator}lang=${labels.language}`, {
      headers: { Accept: accept }, signal: controller.signal,
    });
    if (response.ok) return response;
    const problem = await response.json().catch(() => null);
    if (!controller.signal.aborted) failed(problem?.detail ?? labels.failed);
  } catch (error) {
    if (error.name !== "AbortError") failed(labels.failed);
  }
  return null;
}

function failedRoom(message) {
  tell(message, true);
  retryButton.hidden = false;
}

// What the address asks of this room; null while another room is open.
function asked() {
  const [place, query = ""] = window.location.hash.slice(1).split("?");
  return place === labels.place ? new URLSearchParams(query) : null;
}

function fill(template, values) {
  return template.replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole);
}

function showRoles(roles) {
  const chosen = shown?.get("role");
  rolesList.replaceChildren(...roles.map((role) => {
    const link = document.createElement("a");
    link.href = `#${labels.place}?role=${encodeURIComponent(role.id)}`;
    link.lang = "de";
    link.textContent = role.label;
    if (role.matched && role.matched !== role.label) {
      const other = document.createElement("span");
      other.className = "aside";
      other.textContent = role.matched;
      link.append(" ", other);
    }
    if (role.id === chosen) link.setAttribute("aria-current", "true");
    const item = document.createElement("li");
    item.append(link);
    return item;
  }));
  const said = new Set(roles.flatMap((role) => role.notices ?? []));
  choiceNotices.replaceChildren(...[...said].map((text) => {
    const line = document.createElement("p");
    line.className = "hint";
    line.textContent = text;
    return line;
  }));
}

async function listRoles() {
  if (articleRoles === null) {
    tell(labels.loading_roles);
    const response = await get("roles", "/api/v1/roles", "application/json", failedRoom);
    if (!response) return;
    articleRoles = await response.json();
    if (statusElement.textContent === labels.loading_roles) tell("");
  }
  showRoles(articleRoles);
  if (!articleRoles.length && !shown) tell(labels.no_roles);
}

async function search(text) {
  window.clearTimeout(typing);
  running.roles?.abort();
  if (!text.trim()) {
    tell("");
    await listRoles();
    return;
  }
  const address = `/api/v1/roles?q=${encodeURIComponent(text)}&limit=${MOST_FOUND}`;
  const response = await get("roles", address, "application/json", failedRoom);
  if (!response) return;
  const found = await response.json();
  showRoles(found);
  const many = found.length === 1 ? labels.one_found : labels.many_found;
  tell(found.length ? fill(many, { count: found.length }) : labels.none_found);
}

function markChosen(role) {
  for (const link of rolesList.querySelectorAll("a")) {
    const own = new URLSearchParams(link.hash.split("?")[1]).get("role") === role;
    if (own) link.setAttribute("aria-current", "true");
    else link.removeAttribute("aria-current");
  }
}

// The address of what is shown, from the address of the page; a room may take more than the role.
function addressOf(parameters) {
  const role = parameters.get("role");
  if (labels.endpoint.endsWith("/")) return labels.endpoint + encodeURIComponent(role);
  const query = new URLSearchParams({ role });
  for (const name of labels.dimensions ?? []) {
    if (parameters.get(name)) query.set(name, parameters.get(name));
  }
  return `${labels.endpoint}?${query}`;
}

// "arrived" is run once the room shows it, and says where the focus goes.
async function show(parameters, arrived) {
  tell(labels.loading);
  result.setAttribute("aria-busy", "true");
  const response = await get("result", addressOf(parameters), "text/html", (message) => {
    result.setAttribute("aria-busy", "false");
    result.replaceChildren();
    shown = null;
    failedRoom(message);
  });
  if (!response) return;
  result.innerHTML = await response.text();
  result.setAttribute("aria-busy", "false");
  shown = parameters;
  markChosen(parameters.get("role"));
  say(result.firstElementChild?.dataset.said ?? "");
  arrived?.();
}

function focusHeading() {
  const heading = result.querySelector("h3");
  heading?.focus({ preventScroll: true });
  heading?.scrollIntoView({ block: "start" });
}

function setAddress(parameters) {
  window.history.replaceState(window.history.state, "", `#${labels.place}?${parameters}`);
}

function follow(arrived) {
  const parameters = asked();
  if (!parameters) {
    // Whoever leaves doesn't wait for it any more.
    running.result?.abort();
    if (result.getAttribute("aria-busy") === "true") tell("");
    result.setAttribute("aria-busy", "false");
    return;
  }
  if (articleRoles === null) listRoles();
  if (!parameters.get("role")) {
    if (shown) setAddress(shown); // back by the room's own link: it is as it was left
  } else if (String(parameters) !== String(shown)) show(parameters, arrived);
}

async function openQuote(button) {
  openedBy = button;
  button.setAttribute("aria-expanded", "true");
  quoteBody.textContent = labels.loading_quote;
  if (!sheet.open) sheet.showModal();
  const { source, start, end, check, number } = button.dataset;
  const query = new URLSearchParams({ source, start, end, check, number });
  const response = await get("quote", `/api/v1/quotes?${query}`, "text/html", (message) => {
    quoteBody.textContent = message === labels.failed ? labels.quote_failed : message;
  });
  if (!response) return;
  quoteBody.innerHTML = await response.text();
  quoteBody.querySelector("h2")?.focus({ preventScroll: true });
  sheet.scrollTop = 0;
  const mark = quoteBody.querySelector("mark");
  const below = (mark?.getBoundingClientRect().top ?? 0) - sheet.getBoundingClientRect().top;
  if (below > sheet.clientHeight * 0.6) sheet.scrollTop = below - sheet.clientHeight / 3;
}

sheet.addEventListener("close", () => {
  running.quote?.abort();
  openedBy?.removeAttribute("aria-expanded");
  openedBy?.focus();
  openedBy = null;
});
searchForm.addEventListener("submit", (event) => {
  event.preventDefault();
  search(searchInput.value);
});
searchInput.addEventListener("input", () => {
  window.clearTimeout(typing);
  typing = window.setTimeout(() => search(searchInput.value), TYPING_MS);
});
element.addEventListener("click", (event) => {
  const button = event.target instanceof Element ? event.target.closest("button") : null;
  if (event.target === sheet || button?.dataset.action === "close-quote") sheet.close();
  else if (button?.classList.contains("marker")) openQuote(button);
  else if (button?.dataset.action === "retry") {
    retryButton.hidden = true;
    listRoles();
    follow(focusHeading);
  }
});
window.addEventListener("hashchange", () => follow(focusHeading));
