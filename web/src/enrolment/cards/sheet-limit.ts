/** How many people are put on sheets at a time: twenty sheets, and an address that every server takes. */
export const SHEET_LIMIT = 200;

/** Where the sheets of these people are made. */
export const sheetOf = (ids: Iterable<string>): string => `/cards?ids=${[...ids].join(',')}`;
