const KEY = 'presente.new-build';
/** Milliseconds. While servers are replaced one after the other, a page and its parts may come from different ones. */
const APART = 10_000;

/** Whether the server has another build of this page than the one that runs here. False when it can't be asked. */
async function isOld(): Promise<boolean> {
  const own = document.querySelector<HTMLScriptElement>('script[type=module][src]')?.getAttribute('src');
  const [, surface = ''] = location.pathname.split('/');
  try {
    const served = await fetch(`/${surface}`, { cache: 'no-store', headers: { accept: 'text/html' } });
    return served.ok && typeof own === 'string' && !(await served.text()).includes(own);
  } catch {
    return false;
  }
}

/**
 * Loads the page anew where a part of it can't be had because another build has taken its place, and not twice in a row.
 * @returns false when that is not why, or did not help: whoever asked has to do without
 */
export async function takeNewBuild(): Promise<boolean> {
  const sinceLast = Date.now() - Number(sessionStorage.getItem(KEY) ?? 0);
  if (sinceLast < APART || !(await isOld())) return false;
  sessionStorage.setItem(KEY, String(Date.now()));
  location.reload();
  return true;
}
