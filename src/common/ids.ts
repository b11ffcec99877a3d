import { v7, validate } from 'uuid';

/** RFC 9562 UUID version 7: unique, and ordered by time, so that an id is also a page cursor. */
export const uuidv7 = (): string => v7();

export const isUuid = (text: string): boolean => validate(text);

/** When a version 7 UUID was made, milliseconds since 1970: its first 48 bits. */
export const madeAt = (uuid: string): number => Number.parseInt(uuid.replace('-', '').slice(0, 12), 16);
