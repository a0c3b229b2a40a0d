// The last script of the room "Gehalt": figures are narrowed down, and saved as a file.

// Takes the place of the address at hand: the way back leads to the role before, not through
// every change of a field.
function choose(changed) {
  const parameters = new URLSearchParams({ role: shown.get("role") });
  for (const name of labels.dimensions) {
    const field = result.querySelector(`select[name=${name}]`);
    if (!changed.reset && field?.value) parameters.set(name, field.value);
  }
  setAddress(parameters);
  show(parameters, () => {
    result.querySelector(changed.name ? `select[name=${changed.name}]` : "select")?.focus();
  });
}

async function save() {
  const response = await get("file", addressOf(shown), "text/csv", failedRoom);
  if (!response) return;
  const link = document.createElement("a");
  link.href = URL.createObjectURL(await response.blob());
  const told = response.headers.get("content-disposition") ?? "";
  link.download = told.match(/filename="([^"]+)"/)?.[1] ?? `${labels.place}.csv`;
  link.click();
  window.setTimeout(() => URL.revokeObjectURL(link.href), 10000);
  tell(labels.saved);
}

result.addEventListener("change", (event) => {
  if (event.target instanceof HTMLSelectElement) choose({ name: event.target.name });
});
result.addEventListener("submit", (event) => event.preventDefault());
result.addEventListener("click", (event) => {
  const action = event.target instanceof Element ? event.target.closest("button")?.dataset.action : null;
  if (action === "reset") choose({ reset: true });
  else if (action === "save") save();
});
follow();
