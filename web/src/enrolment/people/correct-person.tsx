import { Button, Modal } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMutation } from 'urql';
import { sayDone } from '../../shared/parts/say';
import { ProblemAlert } from '../../shared/ui/problem-alert';
import { type PersonFieldsFragment } from '../graphql/graphql';
import { CORRECT } from './documents';
import { PersonFields, type PersonValues, usePersonForm } from './person-form';

interface Props {
  readonly person: PersonValues & { readonly id: string };
  readonly onCorrected: (person: PersonFieldsFragment) => void;
  readonly onClose: () => void;
}

/** Puts right what is written of a person. */
export function CorrectPerson({ person, onCorrected, onClose }: Props) {
  const { t } = useTranslation(['enrolment', 'common']);
  const [{ error, fetching }, correct] = useMutation(CORRECT);
  const [taken, setTaken] = useState<PersonFieldsFragment>();
  const { id, displayName, externalId, kind } = person;
  const form = usePersonForm({ displayName, externalId, kind });

  const submit = form.onSubmit(async (values) => {
    setTaken(undefined);
    const { data } = await correct({ input: { id, ...values } });
    const answer = data?.correctPerson;
    if (answer === undefined) return;
    if (answer.__typename === 'ExternalIdTaken') {
      setTaken(answer.person);
      return;
    }
    sayDone(t('people.corrected', { name: answer.person.displayName }));
    onCorrected(answer.person);
    onClose();
  });

  return (
    <Modal opened onClose={onClose} title={t('people.correct')} closeButtonProps={{ 'aria-label': t('common:close') }}>
      <form onSubmit={submit}>
        <PersonFields form={form} taken={taken}>
          {error !== undefined && <ProblemAlert error={error} />}
          <Button type="submit" loading={fetching}>
            {t('common:save')}
          </Button>
        </PersonFields>
      </form>
    </Modal>
  );
}
