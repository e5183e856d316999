// Screens are turned by keys and by a clicker, which sends PageDown and PageUp. Without this script the links
// below each screen turn them.

const screens = [...document.querySelectorAll(".screen")];
const FORWARD = ["ArrowRight", "ArrowDown", "PageDown", " ", "Enter"];
const BACK = ["ArrowLeft", "ArrowUp", "PageUp", "Backspace"];
const CONTROLS = "input, button, summary, a, label, details[open]";

// The screen that most of the window shows.
function shown() {
  const middle = innerHeight / 2;
  const at = screens.findIndex((one) => one.getBoundingClientRect().bottom > middle);
  return at < 0 ? screens.length - 1 : at;
}

function show(at) {
  const screen = screens[Math.max(0, Math.min(at, screens.length - 1))];
  screen.scrollIntoView();
  screen.focus({ preventScroll: true });
  // The address names the screen, so that a reload, or a copied link, opens it again; it is no step back.
  history.replaceState(null, "", `#${screen.id}`);
}

// What is longer than the window is read to its end first.
function goesOn(step) {
  const { top, bottom } = screens[shown()].getBoundingClientRect();
  return step > 0 ? bottom > innerHeight + 2 : top < -2;
}

addEventListener("keydown", (event) => {
  const { key, shiftKey, ctrlKey, altKey, metaKey, target } = event;
  if (ctrlKey || altKey || metaKey) return;
  const isControl = target.closest?.(CONTROLS);
  if (isControl && [" ", "Enter", "ArrowUp", "ArrowDown", "Backspace"].includes(key)) return;
  const step = key === " " && shiftKey ? -1 : FORWARD.includes(key) ? 1 : BACK.includes(key) ? -1 : 0;
  if (key === "Home") show(0);
  else if (key === "End") show(screens.length - 1);
  else if (!step || (["ArrowDown", "ArrowUp"].includes(key) && goesOn(step))) return;
  else show(shown() + step);
  event.preventDefault();
});

// The links of the screens do the same: they add no step to the way back out of the presentation.
for (const link of document.querySelectorAll(".turn a")) {
  link.addEventListener("click", (event) => {
    event.preventDefault();
    show(screens.findIndex((one) => `#${one.id}` === link.getAttribute("href")));
  });
}

// Only a script can ask for the whole screen.
if (document.fullscreenEnabled) {
  for (const turn of document.querySelectorAll(".turn")) {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = document.querySelector("main").dataset.whole;
    button.addEventListener("click", () => {
      if (document.fullscreenElement) document.exitFullscreen();
      else document.documentElement.requestFullscreen();
    });
    turn.prepend(button);
  }
}
