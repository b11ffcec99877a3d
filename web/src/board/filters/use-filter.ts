import { type Filter } from './matches';

const EVERYTHING: Filter = { text: '' };

/** The filter of the address. The same one until it changes. */
export const useFilter = (): Filter => EVERYTHING;
