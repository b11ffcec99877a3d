import { reasons as reasonsEn } from '../shared/i18n/reasons.en';
import { reasons as reasonsEs } from '../shared/i18n/reasons.es';
import { startI18n } from '../shared/i18n/start-i18n';
import { mountStaffSurface } from '../shared/ui/mount-staff-surface';
import { BoardApp } from './board-app';
import { card as cardEn } from './card/card-texts.en';
import { card as cardEs } from './card/card-texts.es';
import { board as boardEn } from './texts.en';
import { board as boardEs } from './texts.es';

startI18n({
  es: { board: boardEs, card: cardEs, reasons: reasonsEs },
  en: { board: boardEn, card: cardEn, reasons: reasonsEn },
});
mountStaffSurface({
  base: '/board',
  roles: ['ADMIN', 'REGISTRAR', 'OPERATOR', 'AUDITOR', 'SRE'],
  children: <BoardApp />,
});
