import { registerEnumType } from '@nestjs/graphql';

/** Of what is written for the person it is about. */
export enum Language {
  ES = 'es',
  EN = 'en',
}
registerEnumType(Language, { name: 'Language', description: 'ISO 639-1.' });
