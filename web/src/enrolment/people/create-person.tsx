import { Button, Group, Modal } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMutation } from 'urql';
import { useLocation } from 'wouter';
import { sayDone } from '../../shared/parts/say';
import { useIdempotencyKey } from '../../shared/parts/use-idempotency-key';
import { ProblemAlert } from '../../shared/ui/problem-alert';
import { type PersonFieldsFragment } from '../graphql/graphql';
import { REGISTER } from './documents';
import { PersonFields, usePersonForm } from './person-form';

interface Props {
  readonly onCreated: (person: PersonFieldsFragment) => void;
  readonly onClose: () => void;
}

/** Registers one person, and goes on with them or with the next one. */
export function CreatePerson({ onCreated, onClose }: Props) {
  const { t } = useTranslation(['enrolment', 'common']);
  const [, go] = useLocation();
  const keyOf = useIdempotencyKey();
  const [{ error, fetching }, register] = useMutation(REGISTER);
  const [taken, setTaken] = useState<PersonFieldsFragment>();
  const form = usePersonForm({ displayName: '', externalId: '', kind: 'STUDENT' });

  const submit = (next: 'open' | 'another') =>
    form.onSubmit(async (values) => {
      setTaken(undefined);
      const { data } = await register({ input: { ...values, idempotencyKey: keyOf(values) } });
      const answer = data?.registerPerson;
      if (answer === undefined) return;
      if (answer.__typename === 'ExternalIdTaken') {
        setTaken(answer.person);
        return;
      }
      sayDone(t('people.created', { name: answer.person.displayName }));
      onCreated(answer.person);
      if (next === 'open') {
        go(`/people/${answer.person.id}`);
        return;
      }
      form.setValues({ displayName: '', externalId: '' });
      form.getInputNode('displayName')?.focus();
    });

  return (
    <Modal opened onClose={onClose} title={t('people.create')} closeButtonProps={{ 'aria-label': t('common:close') }}>
      <form onSubmit={submit('open')}>
        <PersonFields form={form} taken={taken}>
          {error !== undefined && <ProblemAlert error={error} />}
          <Group grow preventGrowOverflow={false}>
            <Button type="submit" loading={fetching}>
              {t('people.form.create')}
            </Button>
            <Button
              variant="default"
              disabled={fetching}
              onClick={() => {
                submit('another')();
              }}
            >
              {t('people.form.createAnother')}
            </Button>
          </Group>
        </PersonFields>
      </form>
    </Modal>
  );
}
