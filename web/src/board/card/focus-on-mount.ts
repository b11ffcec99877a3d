/** As a `ref`: has the focus as soon as it is there, because somebody asked for it. */
export const focusOnMount = (element: HTMLElement | null): void => {
  element?.focus();
};
