// Runs once as the body of a function with (element, trigger, props, server, upload, watch).
// Opens the room that the address's fragment names: "#gehalt", or "#gehalt?role=…", whose second
// part is the room's own affair. The links come anew with every load of the header.
const { rooms } = props;

function openRoom() {
  const place = window.location.hash.slice(1).split("?")[0];
  const asked = rooms.find((room) => room.place === place) ?? rooms[0];
  document.documentElement.dataset.room = asked.place;
  for (const link of document.querySelectorAll(".rooms a")) {
    if (link.dataset.room === asked.place) link.setAttribute("aria-current", "page");
    else link.removeAttribute("aria-current");
  }
}

document.addEventListener("click", (event) => {
  const skip = event.target instanceof Element && event.target.closest("a.skip");
  if (!skip) return;
  event.preventDefault();
  const open = rooms.find((room) => room.place === document.documentElement.dataset.room);
  document.querySelector(`#${open.element} ${open.first}`)?.focus();
});
window.addEventListener("hashchange", openRoom);
new MutationObserver(openRoom).observe(element, { childList: true, subtree: true });
openRoom();
