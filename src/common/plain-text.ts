/** What is left of a text for whoever compares without case, accents and ligatures. */
export const plainText = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
