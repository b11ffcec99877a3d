import { useTranslation } from 'react-i18next';
import { QrCode } from '../../shared/ui/qr-code';
import classes from './card-face.module.css';
import { type IssuedCard } from './issued-card';
import { useCardWords } from './use-card-words';

/** A card in its size, dark on white whatever the page is. */
export function CardFace({ card }: { readonly card: IssuedCard }) {
  const { t } = useTranslation('person');
  const words = useCardWords()(card);
  const { displayName, externalId } = card.holder;
  return (
    <div className={classes.card} data-testid="card">
      <div className={classes.qr}>
        <QrCode value={card.text} label={t('card.qrOf', { name: displayName })} size={166} />
      </div>
      <div className={classes.words}>
        <p>{words.kind}</p>
        <p className={classes.name}>{displayName}</p>
        <p>{externalId}</p>
        <p className={classes.until}>{words.validUntil}</p>
      </div>
    </div>
  );
}
