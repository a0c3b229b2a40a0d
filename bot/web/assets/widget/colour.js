// Colours that a portal gives, and what can be read on them: WCAG 2.1, 1.4.3, asks for 4.5 to 1.
const COLOUR = /^#(?:[0-9a-f]{3}|[0-9a-f]{6})$/i;
const READABLE = 4.5;

function channels(colour) {
  const digits = colour.trim().slice(1);
  const whole = digits.length === 3 ? digits.replace(/./g, "$&$&") : digits;
  return [0, 2, 4].map((start) => parseInt(whole.slice(start, start + 2), 16));
}

function luminance(colour) {
  const [red, green, blue] = channels(colour).map((channel) => {
    const share = channel / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one, other) {
  const [darker, lighter] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (lighter + 0.05) / (darker + 0.05);
}

// Of black and white the one that reads better; on any colour that is at least 4.58 to 1.
function inkOn(colour) {
  return contrast(colour, "#ffffff") >= contrast(colour, "#000000") ? "#ffffff" : "#000000";
}

function mixed(one, other, share) {
  const ends = channels(other);
  const made = channels(one).map((channel, index) => channel + (ends[index] - channel) * share);
  return `#${made.map((channel) => Math.round(channel).toString(16).padStart(2, "0")).join("")}`;
}

// The colour itself, or as near to it as can be read on all grounds that `grounds(colour)` gives.
function legible(colour, ink, grounds) {
  for (let share = 0; share < 1; share += 0.04) {
    const found = mixed(colour, ink, share);
    if (grounds(found).every((ground) => contrast(found, ground) >= READABLE)) return found;
  }
  return ink;
}
