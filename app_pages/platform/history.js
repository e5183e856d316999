// An address that is completed is the same step in the browser's history, not a new one.
//
// Streamlit adds a step whenever a page writes its parameters. Completing an address (writing
// out defaults, dropping a tracking parameter) would so cost the reader one press of the back
// button that does nothing. A changed value keeps the names of the parameters: that is a step.
(() => {
  const names = (search) => [...new Set(new URLSearchParams(search).keys())].sort().join(" ");
  const push = history.pushState.bind(history);
  history.pushState = (state, unused, address) => {
    const next = new URL(address, location.href);
    const completes = next.pathname === location.pathname && names(next.search) !== names(location.search);
    if (completes) history.replaceState(state, unused, address);
    else push(state, unused, address);
  };
})();
