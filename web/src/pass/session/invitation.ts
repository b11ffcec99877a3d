const BEHIND = /#?code=([^&\s]+)/;

/** What somebody typed or pasted: a code, or the whole link that has one. */
export const codeIn = (text: string): string => BEHIND.exec(text)?.[1] ?? text.trim();

/** The code of the link that was followed. It leaves the address, and with it the history, at once. */
export function takeCode(): string | undefined {
  const [, code] = BEHIND.exec(location.hash) ?? [];
  if (code !== undefined) history.replaceState(history.state, '', location.pathname);
  return code;
}
