// The connection to the server: when it is lost, and when it is back.
//
// Streamlit covers the page with a dialog as soon as it cannot reach the server, though all that is on the screen
// can be read, presented and printed without one. It is closed before it is painted, and stays away until the
// connection is back. After a restart of the server Streamlit does not run the page again by itself.

const CONNECTED = "CONNECTED";
const ITS_TITLE = '[data-testid="stDialog"] h2[slot="title"]';

export function onConnection({ lost, back }) {
  const app = document.querySelector('[data-testid="stApp"]');
  let wasConnected = true; // what calls this was sent by the server
  new MutationObserver(() => {
    const isConnected = app.dataset.testConnectionState === CONNECTED;
    if (isConnected === wasConnected) return;
    wasConnected = isConnected;
    if (isConnected) back();
    else lost();
  }).observe(app, { attributeFilter: ["data-test-connection-state"] });
  new MutationObserver(() => {
    if (!wasConnected) closeItsDialog();
  }).observe(document.body, { childList: true, subtree: true });
}

function closeItsDialog() {
  const title = [...document.querySelectorAll(ITS_TITLE)].find((one) => one.textContent === "Connection error");
  title?.closest('[data-testid="stDialog"]').querySelector('button[aria-label="Close"]').click();
}
