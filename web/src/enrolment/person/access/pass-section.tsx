import { Button, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMutation } from 'urql';
import { problemOf } from '../../../shared/api/problem';
import { sayDone, sayRefused } from '../../../shared/parts/say';
import { useConfirm } from '../../../shared/parts/use-confirm';
import { END_PAGES } from '../documents';
import { Section } from '../section';
import { type Person } from '../standing';
import { Invitation } from './invitation';

interface Props {
  readonly person: Person;
  readonly onChanged: () => void;
}

/** How somebody comes to their own page on their phone, and how it is closed. */
export function PassSection({ person, onChanged }: Props) {
  const { t } = useTranslation(['person', 'common']);
  const confirm = useConfirm();
  const [isInviting, setInviting] = useState(false);
  const [, end] = useMutation(END_PAGES);
  const askEnd = (): void => {
    confirm({
      title: t('pass.endTitle'),
      body: t('pass.endBody'),
      yes: t('pass.end'),
      onYes: () => {
        void end({ personId: person.id }).then(({ data, error }) => {
          if (error === undefined) sayDone(t('pass.ended', { count: data?.endHolderSessions.sessions ?? 0 }));
          else sayRefused(t(`common:problem.${problemOf(error)}`));
        });
      },
    });
  };
  return (
    <Section
      title={t('pass.title')}
      actions={
        <>
          <Button
            size="xs"
            variant="default"
            onClick={() => {
              setInviting(true);
            }}
          >
            {t('pass.invite')}
          </Button>
          <Button size="xs" color="red" variant="outline" onClick={askEnd}>
            {t('pass.end')}
          </Button>
        </>
      }
    >
      <Text size="sm" c="dimmed">
        {t('pass.about')}
      </Text>
      {isInviting && (
        <Invitation
          person={person}
          onInvited={onChanged}
          onClose={() => {
            setInviting(false);
          }}
        />
      )}
    </Section>
  );
}
