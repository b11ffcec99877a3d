/**
 * graphql-js repeats what was sent in what it says of it: a PIN typed as a number would come back, and into a client's log.
 * The end of such a message goes first, so that what is left after the last `;` is in words of the schema.
 */
export const withoutValues = (message: string): string =>
  message
    .replace(/( cannot represent (?:a |an )?[\w -]*?)(?: value)?: .*$/s, '$1 value.')
    .replace(/Value ".*" does not exist/s, 'This value does not exist')
    .replace(/, found (?:-?\d|"|\{|\[).*$/s, '.')
    .replace(/found (String|Int|Float|BlockString) .*$/s, 'found $1.')
    .replace(/ got invalid value .*( at "[^"]*"; [^;]*)$/s, ' got an invalid value$1')
    .replace(/ got invalid value .*(; [^;]*)$/s, ' got an invalid value$1');
