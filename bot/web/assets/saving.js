// Functions that follow conversation.js in the same scope: a conversation as a file. The server puts
// it in form and keeps nothing of it.
const EXPORT = "/api/v1/conversations/export";

// Saves the turns that have an answer. Gives null, or the sentence that tells why it failed.
async function saveConversation(turns, type, labels) {
  const answered = turns.filter((turn) => turn.answer);
  const body = {
    turns: answered.map(({ answer, seal }) => ({ answer, seal })), language: labels.language,
  };
  let response;
  try {
    response = await fetch(EXPORT, {
      method: "POST",
      headers: { "Content-Type": "application/json", Accept: type },
      body: JSON.stringify(body),
      cache: "no-store",
    });
    if (!response.ok) return (await response.json()).detail ?? labels.failed;
  } catch {
    return labels.failed;
  }
  const named = /filename="([^"]+)"/.exec(response.headers.get("content-disposition") ?? "");
  const link = document.createElement("a");
  link.href = URL.createObjectURL(await response.blob());
  link.download = named?.[1] ?? labels.file;
  link.click();
  window.setTimeout(() => URL.revokeObjectURL(link.href), 10000);
  return null;
}
