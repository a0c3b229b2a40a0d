// How a conversation is shown: turns, suggestions, quotes, and what a screen reader is told.
// Only functions: the script of the chat page or of the widget follows in the same scope and says
// where things are. Texts of questions go in through textContent; HTML comes from the server,
// escaped there.
const BLOCK_ELEMENTS = { h3: "h4", table: "div" };
const HISTORY_TURNS = 10;
const TOAST_MS = 2500;
const calm = window.matchMedia("(prefers-reduced-motion: reduce)");

function make(tag, className, text) {
  const made = document.createElement(tag);
  if (className) made.className = className;
  if (text) made.textContent = text;
  return made;
}

// What is said twice in a row must be heard twice.
function liveRegion(element) {
  return (text) => {
    element.textContent = "";
    window.setTimeout(() => { element.textContent = text; }, 50);
  };
}

function toast(text) {
  document.querySelector(".toast")?.remove();
  const shown = make("div", "toast", text);
  shown.setAttribute("aria-hidden", "true");
  document.body.append(shown);
  window.setTimeout(() => shown.remove(), TOAST_MS);
}

async function copyText(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    // Without https the clipboard is only reachable through a selection.
    const area = make("textarea", "visually-hidden");
    area.value = text;
    document.body.append(area);
    area.select();
    const done = document.execCommand("copy");
    area.remove();
    return done;
  }
}

function questionButtons(questions, title, ask) {
  const list = make("div", "suggestions");
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

// The panel of bot/web/quote.py, opened by the marker that has the focus and closed back to it.
// `panel` gives the .evidence element (asked each time, because a page may put in another);
// `behind` the elements that are out of reach while it covers them, as `covers` says it does.
function quotePanel({ panel, behind = () => [], covers = () => true }) {
  let openedBy = null;
  let empty = null;

  const isOpen = () => Boolean(panel()?.classList.contains("open"));

  function fit() {
    const covered = isOpen() && covers();
    for (const part of behind()) part.inert = covered;
    // While it covers the page it is a dialog to those who don't see that.
    panel()?.setAttribute("role", covered ? "dialog" : "complementary");
    if (covered) panel().setAttribute("aria-modal", "true");
    else panel()?.removeAttribute("aria-modal");
  }

  function show(html, opener) {
    const target = panel();
    if (!html || !target) return;
    const body = target.querySelector(".evidence-body");
    empty ??= body.innerHTML;
    openedBy?.removeAttribute("aria-expanded");
    openedBy = opener;
    opener.setAttribute("aria-expanded", "true");
    body.innerHTML = html;
    target.classList.add("open");
    target.querySelector(".close").hidden = false;
    fit();
    body.querySelector("h2").focus({ preventScroll: true });
    target.scrollTop = 0;
    const mark = body.querySelector("mark");
    const offset = mark.getBoundingClientRect().top - target.getBoundingClientRect().top;
    if (offset > target.clientHeight * 0.6) target.scrollTop = offset - target.clientHeight / 3;
  }

  function close({ refocus = true } = {}) {
    if (!isOpen()) return;
    const target = panel();
    target.classList.remove("open");
    target.querySelector(".close").hidden = true;
    target.querySelector(".evidence-body").innerHTML = empty;
    fit();
    openedBy?.removeAttribute("aria-expanded");
    if (refocus) openedBy?.focus();
    openedBy = null;
  }

  document.addEventListener("click", (event) => {
    const target = event.target instanceof Element ? event.target : null;
    if (target?.closest("[data-action=close-evidence]") && panel()?.contains(target)) close();
  });
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !isOpen()) return;
    // Whoever else listens for Escape sees that it has done its work.
    event.preventDefault();
    close();
  });
  return { show, close, fit, isOpen };
}

// The turns of a conversation, of which each piece that arrives is the whole turn so far: a live
// region may only ever grow, or a screen reader reads the answer again for each piece.
//
// elements: turns, welcome, status. `ask(question)` is called for a chosen question; `quotes` is a
// quotePanel; `reveal(root)` brings a new turn into sight; `begun(turn)` is called for a turn {data,
// root, answer, title, actions} that opens, `finished(turn)` once it is whole and may add to its
// `actions`.
function conversation({
  elements, labels, ask, quotes, reveal, begun = () => {}, finished = () => {},
}) {
  const turns = new Map();
  const dropped = new Set();
  const say = liveRegion(elements.status);
  let focusNext = false;
  let failures = 0;

  elements.turns.setAttribute("aria-label", labels.conversation);
  elements.turns.addEventListener("click", (event) => {
    const marker = event.target instanceof Element && event.target.closest(".marker");
    const turn = marker && [...turns.values()].find((one) => one.root.contains(marker));
    if (turn) quotes.show(turn.data.quotes[marker.dataset.number], marker);
  });

  function showWelcome(examples) {
    // The same again would take the focus from whoever is there already.
    const shown = [...elements.welcome.querySelectorAll("h2, .suggestion")];
    const wanted = [labels.welcome, ...examples];
    if (shown.length && shown.map((one) => one.textContent).join() === wanted.join()) return;
    elements.welcome.replaceChildren(
      make("h2", "", labels.welcome),
      make("p", "", labels.welcome_more),
    );
    if (examples.length) {
      elements.welcome.append(questionButtons(examples, labels.examples, ask));
    }
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

  function open(data) {
    elements.welcome.hidden = true;
    for (const old of elements.turns.querySelectorAll(".suggestions, .note")) old.remove();
    const root = make("article", "turn");
    root.tabIndex = -1;
    const question = make("div", "question");
    question.append(make("h2", "visually-hidden", labels.you), make("p", "", data.question));
    const answer = make("div", "answer");
    const title = make("h3", "answer-title");
    const body = make("div", "blocks");
    answer.append(title, body);
    root.append(question, answer);
    elements.turns.append(root);
    const turn = { data, root, answer, title, body, actions: null, shown: 0, list: null };
    turns.set(data.id, turn);
    reveal(root);
    if (focusNext) root.focus({ preventScroll: true });
    begun(turn);
    return turn;
  }

  function appendBlock(turn, block) {
    const className = block.tag === "table" ? "sheet" : "";
    const made = make(BLOCK_ELEMENTS[block.tag] ?? block.tag, className);
    if (block.text) made.textContent = block.text;
    else made.innerHTML = block.html;
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
    if (dropped.has(data.id)) return;
    const wasDone = turns.get(data.id)?.data.done;
    const turn = turns.get(data.id) ?? open(data);
    turn.data = data;
    turn.root.dataset.kind = data.kind;
    turn.answer.lang = data.language;
    turn.answer.setAttribute("aria-busy", String(!data.done));
    if (turn.title.textContent !== data.label) turn.title.textContent = data.label;
    turn.title.lang = labels.language;
    for (; turn.shown < data.blocks.length; turn.shown += 1) {
      appendBlock(turn, data.blocks[turn.shown]);
    }
    if (data.done && !wasDone) finish(turn);
  }

  function finish(turn) {
    const { data, answer } = turn;
    turn.actions = make("div", "actions");
    turn.actions.lang = labels.language;
    if (data.kind === "answered") {
      const copy = make("button", "quiet copy", labels.copy);
      copy.type = "button";
      copy.addEventListener("click", async () => {
        const told = (await copyText(data.copy)) ? labels.copied : labels.copy_failed;
        say(told);
        toast(told);
      });
      turn.actions.append(copy);
    }
    if (data.retry) turn.actions.append(retryButton(data.question, () => drop(data.id)));
    finished(turn);
    if (turn.actions.childElementCount) answer.append(turn.actions);
    if (data.suggestions.length) {
      answer.append(questionButtons(data.suggestions, labels.suggestions, ask));
    }
  }

  function retryButton(question, before = () => {}) {
    const button = make("button", "quiet retry", labels.retry);
    button.type = "button";
    button.addEventListener("click", () => { before(); ask(question); });
    return button;
  }

  // A question that gets no answer, or not all of it, and why: as a turn, so that it stays to be asked
  // again. In place of the turn `id`, if there is one; gives the turn's id.
  function fail(question, sentence, id = `failed-${failures += 1}`) {
    const turn = turns.get(id);
    turn?.body.replaceChildren();
    Object.assign(turn ?? {}, { shown: 0, list: null });
    receive({
      id, question, kind: "error", label: labels.problem, language: labels.language,
      blocks: [{ tag: "p", text: sentence }], quotes: {}, suggestions: [], plain: "", answer: null,
      retry: true, done: true,
    });
    return id;
  }

  // Below the turns, until the next one opens; with a question to be asked again, if one is given.
  function note(text, question = "", before = () => {}) {
    const made = make("div", "note");
    made.setAttribute("role", "alert");
    made.append(make("p", "", text));
    if (question) {
      made.append(retryButton(question, () => { made.remove(); before(); }));
    }
    elements.turns.append(made);
    return made;
  }

  // Takes one turn away: its later pieces show nothing.
  function drop(id) {
    dropped.add(id);
    turns.get(id)?.root.remove();
    turns.delete(id);
    if (!turns.size) elements.welcome.hidden = false;
  }

  // What is still under way is dropped: its later pieces show nothing.
  function clear() {
    quotes.close({ refocus: false });
    for (const id of turns.keys()) dropped.add(id);
    turns.clear();
    elements.turns.replaceChildren();
    elements.welcome.hidden = false;
    say(labels.new_chat_done);
  }

  // A question chosen from a list: the focus goes to the turn that answers it.
  function focusTurn(wanted) {
    focusNext = wanted;
  }

  return {
    showWelcome, history, receive, fail, note, drop, clear, focusTurn, say,
    all: () => [...turns.values()].map((turn) => turn.data),
  };
}
