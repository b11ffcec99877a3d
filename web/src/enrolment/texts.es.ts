import { importTexts } from './import/import-texts.es';
import { peopleTexts } from './people/people-texts.es';

/** What the registrar's office says. */
export const enrolment = {
  places: { people: 'Personas', import: 'Importar' },
  people: peopleTexts,
  import: importTexts,
};
