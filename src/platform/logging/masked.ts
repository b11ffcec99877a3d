/** Texts that can hide in a message of somebody else's making, and a part that every such text has: it is looked for first. */
const SECRETS: readonly (readonly [part: string, whole: RegExp, shown: string])[] = [
  ['eyJ', /eyJ[\w-]{8,}(?:\.[\w-]+){1,4}/g, '[token]'],
  ['earer ', /\b([Bb]earer) [^\s"\\]+/g, '$1 [token]'],
  // Before addresses of mail, which the end of such a URL looks like.
  ['://', /:\/\/[^\s"\\/@]+@/g, '://[hidden]@'],
  ['@', /[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}/g, '[address]'],
  [';base64,', /data:[\w/+.;-]{1,80};base64,[\w+/=-]*/g, '[bytes]'],
];

/** No line is made of less, and in a shorter one there is no picture and no template. */
const LONG = 600;

/** A picture or a key as text; paths of files are shorter, and have dots. */
const BLOB = /[\w+/-]{200,}={0,2}/g;

/** An embedding, or a part of it, as text. */
const NUMBERS = /(?:-?\d+\.\d+(?:e-?\d+)?\s*,\s*){15,}-?\d+(?:\.\d+)?/g;

/**
 * A line as it may be written: what stands under a name that says what it is was left out before (`withoutSecrets`); this is
 * for the texts of errors, which quote what they choke on. Takes away no quote and no backslash, so JSON stays JSON.
 */
export function masked(line: string): string {
  let text = line;
  for (const [part, whole, shown] of SECRETS) if (text.includes(part)) text = text.replace(whole, shown);
  return text.length < LONG ? text : text.replace(BLOB, '[bytes]').replace(NUMBERS, '[numbers]');
}
