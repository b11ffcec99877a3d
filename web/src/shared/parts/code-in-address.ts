/** What somebody typed or pasted: a code, or the whole link that has one. */
export const codeIn = (text: string): string => /#?code=([^&\s]+)/.exec(text)?.[1] ?? text.trim();

/**
 * The code that a link or its QR brings behind the `#` of the address. It is taken out of the address, and so out of the
 * history of this browser, before anything else happens.
 */
export function takeCode(): string | undefined {
  if (location.hash === '') return undefined;
  const code = new URLSearchParams(location.hash.slice(1)).get('code');
  history.replaceState(history.state, '', location.pathname + location.search);
  return code === null || code === '' ? undefined : code;
}
