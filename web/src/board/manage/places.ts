import { Archive, type LucideIcon, Settings, Tag, Trash2 } from 'lucide-react';

/** What a board has beside its cards; each has an address. */
export const PLACES = ['archive', 'trash', 'labels', 'settings'] as const;
export type Place = (typeof PLACES)[number];

export const ICONS: Readonly<Record<Place, LucideIcon>> = {
  archive: Archive,
  trash: Trash2,
  labels: Tag,
  settings: Settings,
};

export const isPlace = (value: string | undefined): value is Place => PLACES.some((place) => place === value);
