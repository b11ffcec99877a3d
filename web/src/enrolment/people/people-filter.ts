import { type PersonStanding } from '../graphql/graphql';

/** Kept while the surface is open, and not in its address: names do not belong into a history, or into the log of a server. */
export interface PeopleFilter {
  readonly search: string;
  readonly standing: PersonStanding | null;
}

export const EVERYBODY: PeopleFilter = { search: '', standing: null };

export const isAnything = ({ search, standing }: PeopleFilter): boolean => search.trim() !== '' || standing !== null;
