import { VisuallyHidden } from '@mantine/core';

const ID = 'board-announcements';

/** Has a screen reader say something at once. */
export function announce(text: string): void {
  const region = document.getElementById(ID);
  if (region === null) return;
  // The same text twice is said twice only when it is not the same to the browser.
  region.textContent = region.textContent === text ? `${text}\u00A0` : text;
}

/** Where `announce` puts what is to be said. */
export const Announcements = () => <VisuallyHidden id={ID} role="status" aria-live="assertive" />;
