import { importTexts } from './import/import-texts.en';
import { peopleTexts } from './people/people-texts.en';
import { type enrolment as es } from './texts.es';

export const enrolment: typeof es = {
  places: { people: 'People', import: 'Import' },
  people: peopleTexts,
  import: importTexts,
};
