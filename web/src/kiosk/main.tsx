import './kiosk.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { keepAwake } from '../shared/device/keep-awake';
import { reasons as reasonsEn } from '../shared/i18n/reasons.en';
import { reasons as reasonsEs } from '../shared/i18n/reasons.es';
import { startI18n } from '../shared/i18n/start-i18n';
import { takeCode } from '../shared/parts/code-in-address';
import { allowSounds } from './cues/sounds';
import { DeviceSession } from './device/device-session';
import { Kiosk } from './kiosk';
import { kiosk as kioskEn } from './texts.en';
import { kiosk as kioskEs } from './texts.es';

startI18n({ es: { kiosk: kioskEs, reasons: reasonsEs }, en: { kiosk: kioskEn, reasons: reasonsEn } });
keepAwake();
addEventListener('pointerdown', allowSounds);
addEventListener('keydown', allowSounds);

const session = new DeviceSession();
void session.start(takeCode());
addEventListener('hashchange', () => void session.start(takeCode()));

createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <Kiosk session={session} />
  </StrictMode>,
);
