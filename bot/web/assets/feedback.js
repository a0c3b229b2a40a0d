// Functions that follow conversation.js in the same scope: feedback on one answer. Its id is made
// here, so that sending again replaces, and only this page can take it back.
const FEEDBACK = "/api/v1/feedback";

// A UUID of version 4; randomUUID is there on secure pages alone.
function newId() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6] & 0x0f) | 0x40;
  bytes[8] = (bytes[8] & 0x3f) | 0x80;
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}

// The buttons and the form for a turn; `send(path, options)` is fetch, or what adds a token to it.
function feedbackForm(turn, labels, send = (path, options) => fetch(path, options)) {
  const id = newId();
  const element = make("div", "feedback");
  const asked = make("p", "feedback-asked", labels.asked);
  asked.id = `feedback-${id}`;
  const choice = make("div", "feedback-choice");
  choice.setAttribute("role", "group");
  choice.setAttribute("aria-labelledby", asked.id);
  const [good, bad] = ["helpful", "unhelpful"].map((verdict) => {
    const button = make("button", "quiet", labels[verdict]);
    button.type = "button";
    button.setAttribute("aria-pressed", "false");
    return button;
  });
  const status = make("p", "feedback-status");
  status.setAttribute("role", "status");
  const form = detailsForm();
  bad.setAttribute("aria-expanded", "false");
  choice.append(good, bad);
  element.lang = labels.language;
  element.setAttribute("aria-live", "off");
  element.append(asked, choice, form, status);

  function field(name, label, control, hint) {
    const made = make("label", `feedback-${name}`);
    made.append(control, make("span", "", label));
    const told = make("p", "hint", hint);
    told.id = `feedback-${name}-${id}`;
    control.setAttribute("aria-describedby", told.id);
    const both = make("div");
    both.append(made, told);
    return both;
  }

  function detailsForm() {
    const made = make("form", "feedback-form");
    const reasons = make("fieldset");
    reasons.append(make("legend", "", labels.why));
    for (const [value, text] of Object.entries(labels.reasons)) {
      if (value === "quote_does_not_fit" && !turn.data.answer.citations.length) continue;
      const label = make("label");
      const radio = make("input");
      Object.assign(radio, { type: "radio", name: "reason", value });
      label.append(radio, text);
      reasons.append(label);
    }
    const comment = make("textarea");
    Object.assign(comment, { name: "comment", rows: 2, maxLength: labels.most_characters });
    const share = make("input");
    Object.assign(share, { type: "checkbox", name: "share" });
    const submit = make("button", "quiet primary", labels.send);
    const cancel = make("button", "quiet", labels.cancel);
    cancel.type = "button";
    cancel.addEventListener("click", () => { open(false); bad.focus(); });
    const buttons = make("div", "actions");
    buttons.append(submit, cancel);
    made.append(
      reasons,
      field("comment", labels.comment, comment, labels.comment_hint),
      field("share", labels.share, share, labels.share_hint),
      buttons,
    );
    made.hidden = true;
    made.addEventListener("submit", (event) => { event.preventDefault(); judge("unhelpful"); });
    return made;
  }

  function open(is) {
    form.hidden = !is;
    bad.setAttribute("aria-expanded", String(is));
    if (is) form.querySelector("input").focus();
  }

  function press(verdict) {
    good.setAttribute("aria-pressed", String(verdict === "helpful"));
    bad.setAttribute("aria-pressed", String(verdict === "unhelpful"));
  }

  function tell(text, withdrawable = false) {
    status.replaceChildren(text);
    if (!withdrawable) return;
    const button = make("button", "link", labels.withdraw);
    button.type = "button";
    button.addEventListener("click", withdraw);
    status.append(" ", button);
  }

  function body(verdict) {
    const { answer, index_version, question } = turn.data;
    const given = new FormData(form);
    const unhelpful = verdict === "unhelpful";
    const shared = unhelpful && given.has("share");
    const each = (pick) => [...new Set(answer.citations.map(pick))];
    return {
      id, verdict, index_version,
      reason: unhelpful ? given.get("reason") : null,
      comment: unhelpful ? given.get("comment") : "",
      status: answer.status, intent: answer.intent, answerer: answer.answerer,
      language: labels.language,
      sources: each((citation) => citation.source.id),
      passages: each((citation) => citation.passage_id),
      question: shared ? question : null,
      answer: shared ? answer.text : null,
    };
  }

  // Whether it worked; else it is told why not.
  async function request(path, options) {
    element.setAttribute("aria-busy", "true");
    try {
      const response = await send(path, { cache: "no-store", ...options });
      if (response.ok) return true;
      const problem = await response.json().catch(() => null);
      tell(problem?.detail ?? labels.failed);
    } catch {
      tell(labels.failed);
    } finally {
      element.removeAttribute("aria-busy");
    }
    return false;
  }

  async function judge(verdict) {
    const done = await request(FEEDBACK, {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify(body(verdict)),
    });
    if (!done) return;
    const within = form.contains(document.activeElement);
    press(verdict);
    open(false);
    if (within) bad.focus();
    tell(labels.thanks, true);
  }

  async function withdraw() {
    const pressed = good.getAttribute("aria-pressed") === "true" ? good : bad;
    if (!(await request(`${FEEDBACK}/${id}`, { method: "DELETE" }))) return;
    press(null);
    form.reset();
    tell(labels.withdrawn);
    pressed.focus();
  }

  good.addEventListener("click", () => {
    if (good.getAttribute("aria-pressed") === "true") withdraw();
    else judge("helpful");
  });
  bad.addEventListener("click", () => open(form.hidden));
  return element;
}
