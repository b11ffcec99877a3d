import { useEffect, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { type Camera } from '../../shared/camera/camera';
import { type Conductor } from '../visit/conductor';
import { Announcer } from './announcer';
import { Before } from './before';
import { Languages } from './languages';
import { Panel, panelOf } from './panel';
import { Stage } from './stage';
import { useSpanishWhenIdle } from './use-spanish-when-idle';

interface Props {
  readonly conductor: Conductor;
  readonly camera: Camera;
}

/** Camera above or beside, and what to do below or at its side. */
export function Face({ conductor, camera }: Props) {
  const { t } = useTranslation('kiosk');
  const view = useSyncExternalStore(conductor.subscribe, conductor.view);
  const shown = panelOf(view, useSyncExternalStore(camera.subscribe, camera.state));
  const { screen, before } = view.state;
  useSpanishWhenIdle(screen.at === 'idle');
  useEffect(() => {
    const hear = () => conductor.touched();
    addEventListener('pointerdown', hear);
    addEventListener('keydown', hear);
    return () => {
      removeEventListener('pointerdown', hear);
      removeEventListener('keydown', hear);
    };
  }, [conductor]);
  return (
    <main className="kiosk" data-screen={shown.at} aria-label={t('title')}>
      <Stage camera={camera} at={shown.at} />
      <section className="controls">
        {before && <Before outcome={before} />}
        <Panel shown={shown} conductor={conductor} />
        <footer>
          <Languages />
          {screen.at !== 'outOfOrder' && (
            <>
              <button type="button" onClick={() => conductor.choose('staffCame')}>
                {t('staff.open')}
              </button>
              <button type="button" className="help" onClick={() => conductor.choose('helpAsked')}>
                {t('help.open')}
              </button>
            </>
          )}
        </footer>
      </section>
      <Announcer view={view} />
    </main>
  );
}
