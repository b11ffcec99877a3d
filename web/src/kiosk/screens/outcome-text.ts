import { useTranslation } from 'react-i18next';
import { type Outcome } from '../visit/outcome';

interface Text {
  readonly title: string;
  readonly body: string;
}

/** A result in words: what happened, and what to do. */
export function useOutcomeText(outcome: Outcome): Text {
  const { t } = useTranslation(['kiosk', 'reasons']);
  switch (outcome.kind) {
    case 'accepted':
      return { title: t('result.welcome', { name: outcome.name }), body: t('result.accepted') };
    case 'refused':
      return {
        title: t(`validation.${outcome.reason}.title`, { ns: 'reasons' }),
        body: t(`validation.${outcome.reason}.advice`, { ns: 'reasons' }),
      };
    case 'wait':
      return { title: t('result.wait'), body: t('result.waitBody', { seconds: outcome.seconds }) };
    case 'operator':
    case 'staff':
    case 'lost':
      return { title: t(`result.${outcome.kind}`), body: t(`result.${outcome.kind}Body`) };
  }
}
