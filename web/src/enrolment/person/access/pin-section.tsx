import { Button, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Section } from '../section';
import { type Person } from '../standing';
import { SetPin } from './set-pin';

/** What the PIN is for, and how a forgotten one is replaced. */
export function PinSection({ person }: { readonly person: Person }) {
  const { t } = useTranslation('person');
  const [isOpen, setOpen] = useState(false);
  return (
    <Section
      title={t('pin.title')}
      actions={
        <Button
          size="xs"
          variant="default"
          onClick={() => {
            setOpen(true);
          }}
        >
          {t('pin.set')}
        </Button>
      }
    >
      <Text size="sm" c="dimmed">
        {t('pin.about')}
      </Text>
      {isOpen && (
        <SetPin
          person={person}
          onClose={() => {
            setOpen(false);
          }}
        />
      )}
    </Section>
  );
}
