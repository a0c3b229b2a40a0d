// The portal's own script: it opens the chat, asks in a visitor's name, and hears what happens.
const lotse = window.Karrierelotse;
const log = document.querySelector("#events");

document.querySelector("#open").addEventListener("click", () => lotse.open());
document.querySelector("#pay").addEventListener("click", () => {
  lotse.ask("Was verdient ein Account Manager?");
});

for (const name of ["ready", "opened", "closed", "question", "answer", "error"]) {
  lotse.on(name, ({ type, widget, ...detail }) => {
    const line = document.createElement("li");
    const place = widget.dataset.inline === undefined ? "Schaltfläche" : "im Text";
    line.textContent = `${place}: ${type} ${JSON.stringify(detail)}`;
    log.append(line);
  });
}

// Where the server asks visitors for a token, the portal's server makes one with its key
// (POST /api/v1/tokens) and this page hands it on:
//
//   const renew = async () => lotse.setToken((await (await fetch("/lotse-token")).json()).token);
//   lotse.on("token-expired", renew);
//   renew();
