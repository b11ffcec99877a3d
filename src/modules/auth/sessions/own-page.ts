import { ForbiddenError } from '../../../common/errors/domain-error.js';

/**
 * A page of another origin can send this header only after a preflight, and that is refused: `allowOrigins` names it to
 * nobody (OWASP CSRF cheat sheet, custom request headers).
 */
export const OWN_PAGE_HEADER = 'x-presente-client';

/** For what a cookie alone may do. @throws ForbiddenError when the caller may be a page of another origin */
export function requireOwnPage(headers: Readonly<Record<string, string | string[] | undefined>>): void {
  // Browsers set it and pages can't; what is no browser sends none.
  const site = headers['sec-fetch-site'] ?? 'same-origin';
  if ((headers[OWN_PAGE_HEADER] ?? '') === '' || site !== 'same-origin') {
    throw new ForbiddenError(`This is for pages of this server; send the header ${OWN_PAGE_HEADER}.`);
  }
}
