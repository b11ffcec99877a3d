import { useTranslation } from 'react-i18next';
import { type ChallengeStep } from '../graphql/graphql';
import { scenesOf } from '../visit/visit-state';
import { Picture } from './picture';

interface Props {
  readonly steps: readonly ChallengeStep[];
  /** Of the scenes of these steps. */
  readonly scene: number;
}

/** The step to do now, large, and which one of them it is. The picture is a mirror's: left is on the left. */
export function ActingPanel({ steps, scene }: Props) {
  const { t } = useTranslation('kiosk');
  const now = scenesOf(steps)[scene] ?? 'STRAIGHT';
  const step = Math.ceil(scene / 2) - 1;
  return (
    <div className="panel" data-scene={scene}>
      <Picture name={now} />
      <h1>{t(`scenes.${now}`)}</h1>
      <ol className="steps" aria-label={t('steps')}>
        {steps.map((name, index) => (
          <li
            key={index}
            data-step={name}
            className={index < step || (index === step && scene % 2 === 0) ? 'done' : ''}
            aria-current={index === step && scene % 2 === 1 ? 'step' : undefined}
          >
            <Picture name={name} />
            <span>{t(`scenes.${name}`)}</span>
          </li>
        ))}
      </ol>
    </div>
  );
}
