// What lies on top of the page: whether it is there, and how it is closed.

const dialog = () => document.querySelector('[data-testid="stDialog"]');

export const isOnTop = () => Boolean(dialog());

export const closeWhatIsOnTop = () => dialog()?.querySelector('button[aria-label="Close"]')?.click();
