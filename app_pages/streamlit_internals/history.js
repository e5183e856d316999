// One step of the reader is one step in the browser's history.
//
// Streamlit adds a step whenever a page writes its parameters. Completing an address (writing
// out defaults, dropping a tracking parameter) would so cost the reader one press of the back
// button that does nothing. A changed value keeps the names of the parameters: that is a step.
//
// On the way to another page Streamlit takes away all parameters of the page that is left; that
// address stays as it was, for the way back. It may also write the new page's parameters behind the
// old name first, and the new name a moment later: that is one step, not two.
(() => {
  const MOMENT = 200; // milliseconds; nobody changes a value and leaves the page within them
  const names = (search) => [...new Set(new URLSearchParams(search).keys())].sort().join(" ");
  const push = history.pushState.bind(history);
  let changedHere = -MOMENT;
  // A page that is loaded anew has no card open: the steps of a card (card.js) lead nowhere.
  if (history.state?.card) history.go(-history.state.card);
  // Heard before Streamlit hears of it: what takes a step for its own keeps it from a rerun.
  addEventListener("popstate", (event) => {
    const step = new CustomEvent("step", { detail: event.state, cancelable: true });
    if (!document.dispatchEvent(step)) event.stopImmediatePropagation();
  });
  history.pushState = (state, unused, address) => {
    const next = new URL(address, location.href);
    const isSamePage = next.pathname === location.pathname;
    if (isSamePage && next.search === "" && location.search !== "") return;
    const completes = isSamePage && names(next.search) !== names(location.search);
    const corrects = !isSamePage && performance.now() - changedHere < MOMENT;
    if (completes || corrects) history.replaceState(state, unused, address);
    else push(state, unused, address);
    changedHere = isSamePage && !completes ? performance.now() : -MOMENT;
  };
})();
