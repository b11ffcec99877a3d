import { reasons as reasonsEn } from '../shared/i18n/reasons.en';
import { reasons as reasonsEs } from '../shared/i18n/reasons.es';
import { startI18n } from '../shared/i18n/start-i18n';
import { mountStaffSurface } from '../shared/ui/mount-staff-surface';
import { Enrolment } from './enrolment';
import { person as personEn } from './person/person-texts.en';
import { person as personEs } from './person/person-texts.es';
import { enrolment as enrolmentEn } from './texts.en';
import { enrolment as enrolmentEs } from './texts.es';

startI18n({
  es: { enrolment: enrolmentEs, person: personEs, reasons: reasonsEs },
  en: { enrolment: enrolmentEn, person: personEn, reasons: reasonsEn },
});
mountStaffSurface({ base: '/enrol', roles: ['ADMIN', 'REGISTRAR'], children: <Enrolment /> });
