// What the recruiters' room shows, each made anew from a record; screening_table.js repaints cells.
function keptView(overviews) {
  if (!overviews.length) return node("p", {}, labels.kept_none);
  const rows = overviews.map((one) => {
    const open = button(labels.show, { screening: one.id });
    open.setAttribute("aria-label", `${labels.show}: ${one.role_name}, ${shownTime(one.opened_at)}`);
    return [
      one.role_name,
      `${shownTime(one.opened_at)}, ${one.opened_by}`,
      shownDate(one.delete_on),
      one.open_lines ? fill(labels.lines_open, { count: one.open_lines }) : labels.lines_done,
      open,
    ];
  });
  return table(labels.kept, [labels.role, labels.opened, labels.delete_on, labels.review, labels.show], rows);
}

function receiptsView(receipts) {
  const rows = receipts.map((one) => [
    one.name,
    one.code ? named(one) : fill(labels.not_read, { reason: one.reason }),
  ]);
  return node("section", { class: "receipts", "aria-label": labels.receipts },
    node("h4", { tabindex: "-1" }, labels.receipts),
    node("p", {}, labels.receipts_lead),
    table(labels.receipts, [labels.document, labels.application], rows),
    node("div", { class: "actions" },
      button(labels.receipts_save, { action: "save-receipts" }),
      button(labels.receipts_done, { action: "hide-receipts" })));
}

// The grid: one Tab stop, arrow keys within; the script moves the stop.
function gridView(report) {
  const head = node("tr", {},
    node("th", { scope: "col", class: "corner" }, labels.requirement),
    report.candidates.map((candidate) => node("th", { scope: "col", "data-column": candidate.code },
      node("button", { type: "button", class: "cell", tabindex: "-1", "data-code": candidate.code },
        named(candidate)))));
  const rows = report.requirements.map((requirement, at) => node("tr", {},
    node("th", { scope: "row" },
      node("span", { class: "label", lang: "de" }, requirement.label),
      node("span", { class: "aside" },
        requirement.relation === "essential" ? labels.essential : labels.optional,
        requirement.caution ? ` · ${labels.caution}` : "")),
    report.candidates.map((candidate) => node("td", { "data-column": candidate.code },
      node("button", {
        type: "button", class: "cell", tabindex: "-1",
        "data-code": candidate.code, "data-line": requirement.id, "data-row": at + 1,
      })))));
  return node("table", {
    class: "grid", role: "grid", "aria-label": fill(labels.table, { role: report.role_name }),
    "aria-describedby": "auswahl-keys",
  }, node("thead", {}, head), node("tbody", {}, rows));
}

function paintCell(cell, line, requirement, candidate) {
  const state = reviewState(line);
  const name = `${labels.verdicts[standing(line)]}, ${state}: ${requirement.label}, ${named(candidate)}`;
  if (cell.getAttribute("aria-label") === name) return;
  cell.setAttribute("aria-label", name);
  cell.classList.toggle("open", !line.review);
  cell.replaceChildren(verdictMark(standing(line)), node("span", { class: "aside" }, state));
}

function exportsView() {
  return node("section", { class: "exports", "aria-label": labels.export_title },
    node("div", { class: "actions" },
      labels.formats.map((form) => {
        const made = button(fill(labels.export, { form: form.toUpperCase() }), { export: form });
        made.setAttribute("aria-describedby", "auswahl-export");
        return made;
      })),
    node("p", { class: "hint", id: "auswahl-export" }));
}

function pickerView(report) {
  return node("div", { class: "picker" },
    node("label", { for: "auswahl-shown" }, labels.application),
    node("div", { class: "actions" },
      node("select", { id: "auswahl-shown" },
        report.candidates.map((one) => node("option", { value: one.code }, named(one)))),
      [["previous", labels.previous_application, "‹"], ["next", labels.next_application, "›"]].map(
        ([step, name, sign]) => {
          const made = button(sign, { step });
          made.setAttribute("aria-label", name);
          return made;
        })));
}

function provenanceView(report) {
  const { provenance: made } = report;
  const facts = [
    [labels.product, made.product],
    [labels.corpus, made.corpus],
    [labels.model, `${made.encoder.model}${made.encoder.revision ? ` (${made.encoder.revision})` : ""}`],
    [labels.rules, [made.matching_rules, made.fact_rules, made.screening_rules].join(" · ")],
    [labels.up_to, made.up_to_month],
  ];
  return node("details", { class: "read" }, node("summary", {}, labels.provenance),
    node("dl", { class: "facts" }, facts.map(([term, fact]) =>
      node("div", {}, node("dt", {}, term), node("dd", {}, String(fact))))));
}

function asideView(report) {
  const failures = report.failures.map((one) => node("li", {}, fill(labels.failure, one)));
  return [
    failures.length ? node("h4", {}, labels.failures) : null,
    failures.length ? node("ul", {}, failures) : null,
    report.deleted.length
      ? node("p", { class: "hint" }, fill(labels.deleted, { codes: report.deleted.join(", ") }))
      : null,
    report.notices.map((notice) => node("p", { class: "hint" }, notice)),
  ];
}

function reportView(report) {
  const parts = [
    node("div", { class: "actions" }, button(labels.back, { action: "home" })),
    node("h3", { tabindex: "-1" }, report.role_name),
    node("p", { class: "hint" },
      `${fill(labels.opened_by, { date: shownTime(report.opened_at), name: report.opened_by })} · `
      + fill(labels.kept_until, { date: shownDate(report.delete_on) })),
    node("div", { class: "noted" }),
  ];
  if (report.candidates.length) {
    parts.push(
      node("div", { class: "progress" },
        node("p", { id: "auswahl-progress" }),
        node("progress", { "aria-labelledby": "auswahl-progress" }),
        button(labels.next_line, { action: "next-line" }, "primary")),
      node("ul", { class: "legend" }, Object.entries(labels.meanings).map(([verdict, meaning]) =>
        node("li", {}, verdictMark(verdict), `: ${meaning}`))),
      node("p", { class: "hint" }, labels.order, " ",
        node("span", { id: "auswahl-keys", class: "keys" }, labels.table_keys)),
      pickerView(report),
      node("div", { class: "sheet" },
        node("div", {
          class: "scroll", role: "region", "aria-label": fill(labels.table, { role: report.role_name }),
        }, gridView(report))),
      exportsView(),
    );
  } else parts.push(node("p", { class: "note-calm" }, labels.none_left));
  parts.push(...asideView(report).flat().filter(Boolean),
    provenanceView(report),
    node("div", { class: "actions ending" },
      node("button", {
        type: "button", class: "quiet", "data-action": "history", "aria-expanded": "false",
      }, labels.history),
      button(labels.delete, { action: "delete" })),
    node("div", { class: "history" }));
  return parts;
}

function historyView(entries, report) {
  const named = Object.fromEntries(report.requirements.map((one) => [one.id, one.label]));
  const rows = entries.map((entry) => {
    const about = [
      entry.application, named[entry.facts.requirement], entry.facts.form?.toUpperCase(),
    ].filter(Boolean).join(", ");
    return [shownTime(entry.at), entry.who,
      `${labels.actions[entry.action] ?? entry.action}${about ? `: ${about}` : ""}`];
  });
  return table(labels.history, [labels.at, labels.who, labels.action], rows);
}

function reviewText(line) {
  const { review } = line;
  if (!review) return [node("p", {}, labels.not_reviewed)];
  return [
    node("p", {}, fill(labels.reviewed, {
      how: reviewState(line)[0].toUpperCase() + reviewState(line).slice(1),
      name: review.reviewer, date: shownTime(review.at), verdict: labels.verdicts[review.verdict],
    })),
    review.reason ? node("blockquote", {}, review.reason) : null,
  ];
}

function correctionView(line) {
  const others = Object.keys(labels.verdicts).filter((verdict) => verdict !== line.found);
  return node("details", { class: "correction" }, node("summary", {}, labels.correct),
    node("form", { class: "match-form", method: "post", novalidate: true },
      node("fieldset", {}, node("legend", {}, labels.right_is),
        others.map((verdict) => node("label", { class: "choice" },
          node("input", { type: "radio", name: "auswahl-verdict", value: verdict }),
          verdictMark(verdict)))),
      node("div", { class: "field" },
        node("label", { for: "auswahl-reason" }, labels.reason),
        node("textarea", {
          id: "auswahl-reason", rows: "3", maxlength: labels.most_reason, autocomplete: "off",
          "aria-describedby": "auswahl-reason-more", required: true,
        }),
        node("p", { class: "hint", id: "auswahl-reason-more" }, labels.reason_hint)),
      node("div", { class: "actions" },
        node("button", { type: "submit", class: "primary" }, labels.save_correction))));
}

function dialogHead(title, under, lang = null) {
  const close = button("×", { action: "close" }, "close");
  close.setAttribute("aria-label", labels.close);
  return node("header", {},
    node("div", {}, node("h3", { id: "auswahl-detail", tabindex: "-1", lang }, title),
      node("p", { class: "hint" }, under)), close);
}

function lineView(candidate, requirement, line, lang) {
  const relation = requirement.relation === "essential" ? labels.essential : labels.optional;
  const places = line.evidence.length
    ? node("details", { class: "read" }, node("summary", {}, labels.in_text),
      markedText(candidate.text, line.evidence))
    : null;
  return [
    dialogHead(requirement.label, `${named(candidate)} · ${relation}`, "de"),
    requirement.caution ? node("p", { class: "note-calm" }, requirement.caution) : null,
    node("h4", {}, labels.found),
    node("p", {}, verdictMark(line.found), " – ", node("span", { lang }, line.reason)),
    node("p", { class: "hint" }, fill(labels.rule, { rule: line.rule })),
    node("h4", {}, labels.quotes),
    line.evidence.length
      ? line.evidence.map((quote) => node("blockquote", {}, quoted(quote.quote)))
      : node("p", {}, labels.no_quotes),
    places,
    node("h4", {}, labels.in_source),
    citedView(requirement.citation),
    line.question ? [node("h4", {}, labels.interview), node("p", { lang }, line.question)] : null,
    node("section", { class: "review", "aria-label": labels.review },
      node("h4", {}, labels.review), reviewText(line),
      node("div", { class: "actions" },
        button(fill(labels.confirm, { verdict: labels.verdicts[line.found] }), { action: "confirm" },
          line.review ? "quiet" : "primary"),
        button(labels.next_line, { action: "next-line" }, line.review ? "primary" : "quiet")),
      correctionView(line)),
  ].flat(2).filter(Boolean);
}

function applicationView(candidate) {
  return [
    dialogHead(named(candidate), labels.application_text),
    candidate.notices.map((notice) => node("p", { class: "note-calm" }, notice)),
    markedText(candidate.text, []),
    candidate.unread.length
      ? [node("h4", {}, labels.unread),
        node("ul", {}, candidate.unread.map((line) => node("li", {}, line)))]
      : null,
    node("div", { class: "actions ending" },
      button(labels.application_export, { action: "export-application" }),
      button(labels.application_delete, { action: "delete-application" })),
  ].flat(2).filter(Boolean);
}

function lawView({ law, sources }) {
  const told = fill(labels.advert_law, { law });
  if (!sources?.length) return node("p", { class: "hint" }, told);
  return node("details", { class: "laws" }, node("summary", {}, told),
    node("ul", {}, sources.map((one) =>
      node("li", {}, linked(one.name, one.address), `: ${one.says}`))));
}

function advertView({ findings, notice }) {
  const told = findings.length === 1
    ? labels.advert_found_one
    : fill(findings.length ? labels.advert_found : labels.advert_none, { count: findings.length });
  return [
    node("h4", { tabindex: "-1" }, told),
    findings.length
      ? node("ul", { class: "told" }, findings.map((one) => node("li", { lang: "de" },
        node("p", { class: "label" }, one.quote ? `„${one.quote}“` : labels.advert_absent,
          node("span", { class: "certainty" }, ` · ${labels.certainties[one.certainty] ?? one.certainty}`)),
        node("p", {}, one.reason),
        one.suggestion ? node("p", {}, fill(labels.advert_suggestion, { text: one.suggestion })) : null,
        lawView(one))))
      : null,
    node("p", { class: "hint", lang: "de" }, notice),
  ].filter(Boolean);
}
