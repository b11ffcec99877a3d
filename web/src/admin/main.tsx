import { reasons as reasonsEn } from '../shared/i18n/reasons.en';
import { reasons as reasonsEs } from '../shared/i18n/reasons.es';
import { startI18n } from '../shared/i18n/start-i18n';
import { mountStaffSurface } from '../shared/ui/mount-staff-surface';
import { Admin } from './admin';
import { admin as adminEn } from './texts.en';
import { admin as adminEs } from './texts.es';

startI18n({ es: { admin: adminEs, reasons: reasonsEs }, en: { admin: adminEn, reasons: reasonsEn } });
mountStaffSurface({
  base: '/admin',
  roles: ['ADMIN', 'REGISTRAR', 'OPERATOR', 'AUDITOR', 'SRE'],
  children: <Admin />,
});
