import { v7, validate } from 'uuid';

/** RFC 9562 UUID version 7: unique, and ordered by time, so that an id is also a page cursor. */
export const uuidv7 = (): string => v7();

export const isUuid = (text: string): boolean => validate(text);
