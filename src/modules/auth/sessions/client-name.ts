import Bowser from 'bowser';

/** Longer user agents are no browser's. */
const MAX_LENGTH = 300;

/** For people to know a session by: "Firefox on Windows". Versions and devices stay out, they would tell more than is needed. */
export function clientName(userAgent: string | string[] | undefined): string {
  if (typeof userAgent !== 'string' || userAgent === '' || userAgent.length > MAX_LENGTH) return 'Unknown';
  const { browser, os } = Bowser.parse(userAgent);
  const known = Object.values(Bowser.BROWSER_MAP).includes(browser.name ?? '') ? browser.name : undefined;
  return [known ?? 'Unknown', os.name].filter((name) => name !== undefined && name !== '').join(' on ');
}
