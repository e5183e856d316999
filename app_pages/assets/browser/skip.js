// The first link of every page leads to its first chart, for who has no mouse: past menu, choices and numbers.
//
// html_shell.py has the link; it is offered while there is a chart that the keyboard can reach.

const TARGET = "first-chart";

export function offerSkip() {
  const link = document.querySelector(".skip-link");
  const [first, ...others] = document.querySelectorAll('.figure-plot[tabindex="0"]');
  for (const other of others) if (other.id === TARGET) other.removeAttribute("id");
  if (first) first.id = TARGET;
  if (!link) return;
  link.hidden = !first;
  link.onclick = skip;
}

// Not the browser's own way: that would write the address, which is that of a question.
function skip(event) {
  event.preventDefault();
  const target = document.getElementById(TARGET);
  target?.focus();
  target?.scrollIntoView({ block: "nearest" });
}
