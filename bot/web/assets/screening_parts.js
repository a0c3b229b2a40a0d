// The first of the scripts of the recruiters' room, which make one function's body together
// (screening_page.SCRIPTS). Makes elements; all that comes from documents, sources or people is set
// as text: nothing here knows HTML.
const { labels } = props;
const LOCALE = labels.language === "en" ? "en-GB" : "de-DE";

function node(tag, attributes = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === true) made.setAttribute(name, "");
    else if (value !== null && value !== undefined && value !== false) made.setAttribute(name, value);
  }
  made.append(...children.flat().filter((child) => child !== null && child !== undefined));
  return made;
}

function fill(template, values) {
  return template.replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole);
}

function button(label, data = {}, kind = "quiet") {
  const attributes = { type: "button", class: kind };
  for (const [name, value] of Object.entries(data)) attributes[`data-${name}`] = value;
  return node("button", attributes, label);
}

const quoted = (text) => (labels.language === "en" ? `“${text}”` : `„${text}“`);

function shownDate(iso) {
  const day = new Date(`${iso.slice(0, 10)}T00:00:00Z`);
  return Number.isNaN(day.getTime())
    ? iso
    : day.toLocaleDateString(LOCALE, { dateStyle: "medium", timeZone: "UTC" });
}

function shownTime(iso) {
  const at = new Date(iso);
  return Number.isNaN(at.getTime())
    ? iso
    : at.toLocaleString(LOCALE, { dateStyle: "medium", timeStyle: "short" });
}

// What sources state may be a year or a month alone.
const shownPublished = (iso) => (/^\d{4}-\d\d-\d\d/.test(iso) ? shownDate(iso) : iso);

function verdictMark(verdict) {
  return node("span", { class: "verdict" },
    node("span", { "aria-hidden": "true", class: "sign" }, labels.signs[verdict]),
    ` ${labels.verdicts[verdict]}`);
}

const named = ({ code }) => fill(labels.pseudonym, { code });
const standing = (line) => line.review?.verdict ?? line.found;

function reviewState(line) {
  if (!line.review) return labels.to_review;
  return line.review.confirmed ? labels.confirmed : labels.corrected;
}

function lineCount(report) {
  const all = report.candidates.reduce((sum, candidate) => sum + candidate.lines.length, 0);
  return { all, done: all - report.open_lines };
}

// A heading in each row's first cell; below 40rem the columns' names stand before the cells.
function table(name, heads, rows) {
  const head = node("tr", { role: "row" },
    heads.map((text) => node("th", { role: "columnheader", scope: "col" }, text)));
  const body = rows.map((cells) => node("tr", { role: "row" },
    cells.map((cell, at) => node(
      at ? "td" : "th",
      { role: at ? "cell" : "rowheader", scope: at ? null : "row", "data-label": heads[at] },
      node("div", {}, cell),
    ))));
  return node("div", { class: "sheet" },
    node("table", { class: "plain", role: "table", "aria-label": name },
      node("thead", { role: "rowgroup" }, head), node("tbody", { role: "rowgroup" }, body)));
}

// Places are counted in characters of Unicode, which a string's own numbers aren't.
function markedText(text, places) {
  const points = Array.from(text);
  const parts = [];
  let from = 0;
  for (const { start, end } of [...places].sort((a, b) => a.start - b.start)) {
    if (start < from) continue;
    parts.push(points.slice(from, start).join(""), node("mark", {}, points.slice(start, end).join("")));
    from = end;
  }
  parts.push(points.slice(from).join(""));
  return node("div", { class: "document", tabindex: "0", role: "region", "aria-label": labels.application_text },
    parts);
}

// Only to the web: what a source calls its address may be anything.
function linked(text, address) {
  if (!/^https?:\/\/[^\s/]/i.test(address ?? "")) return text;
  return node("a", { href: address, target: "_blank", rel: "noopener noreferrer nofollow" },
    text, node("span", { class: "visually-hidden" }, ` (${labels.new_tab})`));
}

function citedView(citation) {
  const { source } = citation;
  const about = [source.publisher, source.published && shownPublished(source.published)].filter(Boolean);
  return [node("blockquote", { lang: "de" }, `„${citation.quote}“`),
    node("p", { class: "hint" }, linked(source.title, source.url),
      about.length ? `, ${about.join(", ")}` : "")];
}
