/**
 * The code that the administration's QR brings behind the `#` of the address. It is taken out of the address, and so out of
 * the history of this browser, before anything else happens.
 */
export function takeOfferedCode(): string | undefined {
  if (location.hash === '') return undefined;
  const code = new URLSearchParams(location.hash.slice(1)).get('code');
  history.replaceState(null, '', location.pathname + location.search);
  return code ?? undefined;
}
