import { peopleTexts } from './people/people-texts.es';

/** What the registrar's office says. */
export const enrolment = {
  places: { people: 'Personas', import: 'Importar' },
  people: peopleTexts,
};
