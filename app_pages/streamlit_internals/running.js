// Whether the script of the page runs: Streamlit says so in an attribute that its own tests read.

export const scriptRuns = () => (
  document.querySelector('[data-testid="stApp"]')?.dataset.testScriptState !== "notRunning"
);
