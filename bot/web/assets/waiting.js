// Functions that follow conversation.js in the same scope: what stands in a turn while its answer is
// under way, which with a language model may take half a minute.
const WAIT_SHOWN_MS = 1000;
const CLOCK_SECONDS = 5;

// For how long it has been, and a button that calls `stop(turn)`. An answer that comes at once
// shows neither. Gives a function that takes them away.
function waitingLine(turn, labels, stop) {
  const line = make("div", "waiting");
  const clock = make("span", "elapsed");
  const button = make("button", "quiet stop", labels.stop);
  button.type = "button";
  button.addEventListener("click", () => stop(turn));
  // The seconds are for the eye alone: read aloud they would be in the way.
  clock.setAttribute("aria-hidden", "true");
  line.lang = labels.language;
  line.setAttribute("aria-live", "off");
  line.append(make("span", "pulse"), clock, button);
  line.hidden = true;
  turn.title.after(line);
  const began = performance.now();
  const shown = window.setTimeout(() => { line.hidden = false; }, WAIT_SHOWN_MS);
  const ticking = window.setInterval(() => {
    const seconds = Math.round((performance.now() - began) / 1000);
    clock.textContent = labels.elapsed.replace("{seconds}", seconds);
  }, CLOCK_SECONDS * 1000);
  return () => {
    window.clearTimeout(shown);
    window.clearInterval(ticking);
    line.remove();
  };
}
