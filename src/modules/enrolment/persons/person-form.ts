/** What an external id and a name may be, for those who register one person and those who bring many. */
export const PERSON_FORM = {
  externalId: /^[\w./-]{1,64}$/,
  longestName: 120,
  name: /^[^\p{Cc}]*$/u,
} as const;
