export interface Forgery {
  readonly name: string;
  /** What the forged QR says. */
  readonly text: string;
}

/**
 * What somebody could make of a good card without the institution's key. Each still names the card it was made of, so
 * that only the signature gives it away.
 */
export function forgeriesOf(token: string): readonly Forgery[] {
  const [header = '', payload = '', signature = ''] = token.split('.');
  const otherSignature = `${signature.startsWith('A') ? 'B' : 'A'}${signature.slice(1)}`;
  const aCenturyAhead = Math.floor(Date.now() / 1_000) + 100 * 365 * 86_400;
  return [
    { name: 'forged QR: changed signature', text: [header, payload, otherSignature].join('.') },
    {
      name: 'forged QR: valid for longer',
      text: [header, changed(payload, { exp: aCenturyAhead }), signature].join('.'),
    },
    { name: 'forged QR: no signature', text: [changed(header, { alg: 'none' }), payload, ''].join('.') },
    { name: 'a QR that is only text', text: 'https://example.org/menu' },
  ];
}

/** A part of a JWT with some of its values changed. */
function changed(part: string, values: object): string {
  const old = JSON.parse(Buffer.from(part, 'base64url').toString()) as object;
  return Buffer.from(JSON.stringify({ ...old, ...values })).toString('base64url');
}
