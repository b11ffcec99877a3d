import { startI18n } from '../shared/i18n/start-i18n';
import { mountStaffSurface } from '../shared/ui/mount-staff-surface';
import { Shell } from '../shared/ui/shell';

startI18n({ es: {}, en: {} });
mountStaffSurface({ base: '/board', roles: ['ADMIN'], children: <Shell>…</Shell> });
