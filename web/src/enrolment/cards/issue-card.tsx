import { Alert, Button, Center, Group, Modal, Stack, Text } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { FileDown, Printer } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CombinedError } from 'urql';
import { ProblemAlert } from '../../shared/ui/problem-alert';
import { type CardHolderFragment } from '../graphql/graphql';
import { CardFace } from './card-face';
import { endOfDay, ExpiryField, inAYear, isPossible } from './expiry-field';
import { type IssuedCard } from './issued-card';
import { PrintedCards } from './printed-cards';
import { useCardPdf } from './use-card-pdf';
import { useIssueCard } from './use-issue-card';

interface Props {
  readonly holder: CardHolderFragment;
  /** They have a card that ends with it. */
  readonly replaces: boolean;
  readonly onClose: () => void;
  readonly onIssued: () => void;
}

/** Issues a card, and shows it this once. */
export function IssueCard({ holder, replaces, onClose, onIssued }: Props) {
  const { t } = useTranslation(['person', 'common']);
  const issue = useIssueCard();
  // A card is as wide as a phone.
  const isPhone = useMediaQuery('(max-width: 30em)');
  const [day, setDay] = useState(inAYear);
  const [isAsking, setAsking] = useState(false);
  const [answer, setAnswer] = useState<IssuedCard | CombinedError>();
  // What is replaced is said before: once it has happened it is no news.
  const [warns] = useState(replaces);

  const ask = async (): Promise<void> => {
    setAsking(true);
    const issued = await issue(holder, endOfDay(day));
    setAsking(false);
    setAnswer(issued);
    if (!(issued instanceof CombinedError)) onIssued();
  };
  const card = answer instanceof CombinedError ? undefined : answer;
  return (
    <Modal
      opened
      size="md"
      fullScreen={isPhone}
      onClose={onClose}
      closeOnClickOutside={card === undefined}
      title={t('card.dialog', { name: holder.displayName })}
      closeButtonProps={{ 'aria-label': t('common:close') }}
    >
      {card === undefined ? (
        <form
          onSubmit={(event) => {
            event.preventDefault();
            void ask();
          }}
        >
          <Stack>
            <Text size="sm">{t('card.about')}</Text>
            {warns && <Alert color="yellow">{t('card.replaces')}</Alert>}
            <ExpiryField value={day} onChange={setDay} />
            {answer instanceof CombinedError && <ProblemAlert error={answer} />}
            <Button type="submit" loading={isAsking} disabled={!isPossible(day)}>
              {t(warns ? 'card.reissue' : 'card.issue')}
            </Button>
          </Stack>
        </form>
      ) : (
        <Shown card={card} />
      )}
    </Modal>
  );
}

function Shown({ card }: { readonly card: IssuedCard }) {
  const { t } = useTranslation('person');
  const { download, isMaking, hasFailed } = useCardPdf();
  return (
    <Stack>
      <Alert color="yellow" role="status">
        {t('card.once')}
      </Alert>
      <Center>
        <CardFace card={card} />
      </Center>
      {hasFailed && (
        <Alert color="red" role="alert">
          {t('card.pdfFailed')}
        </Alert>
      )}
      <Group grow>
        <Button
          data-autofocus
          leftSection={<Printer size={16} aria-hidden />}
          onClick={() => {
            print();
          }}
        >
          {t('card.print')}
        </Button>
        <Button
          variant="default"
          leftSection={<FileDown size={16} aria-hidden />}
          loading={isMaking}
          onClick={() => void download([card], 'card')}
        >
          {t('card.pdf')}
        </Button>
      </Group>
      <PrintedCards cards={[card]} />
    </Stack>
  );
}
