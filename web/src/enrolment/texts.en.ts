import { type enrolment as es } from './texts.es';

export const enrolment: typeof es = {
  places: { people: 'People', import: 'Import' },
};
