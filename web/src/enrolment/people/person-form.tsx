import { Alert, Anchor, Radio, Stack, TextInput } from '@mantine/core';
import { useForm, type UseFormReturnType } from '@mantine/form';
import { type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { type PersonFieldsFragment, type PersonKind } from '../graphql/graphql';

export interface PersonValues {
  readonly displayName: string;
  readonly externalId: string;
  readonly kind: PersonKind;
}

export type PersonForm = UseFormReturnType<PersonValues>;

/** As the server has it (src/modules/enrolment/persons/person-form.ts). */
const EXTERNAL_ID = /^[\w./-]{1,64}$/;

export const KINDS: readonly PersonKind[] = ['STUDENT', 'STAFF'];

const isKind = (value: string): value is PersonKind => KINDS.some((kind) => kind === value);

export function usePersonForm(initialValues: PersonValues): PersonForm {
  const { t } = useTranslation('enrolment');
  return useForm<PersonValues>({
    initialValues,
    validate: {
      displayName: (name) => (name.trim() === '' ? t('people.form.nameNeeded') : null),
      externalId: (id) => (EXTERNAL_ID.test(id.trim()) ? null : t('people.form.idForm')),
    },
    transformValues: ({ displayName, externalId, kind }) => ({
      displayName: displayName.trim().normalize('NFC'),
      externalId: externalId.trim(),
      kind,
    }),
  });
}

interface Props {
  readonly form: PersonForm;
  /** Who has the external id already. */
  readonly taken: PersonFieldsFragment | undefined;
  readonly children: ReactNode;
}

/** What is written of a person: their name, the institution's own id, and what they are there. */
export function PersonFields({ form, taken, children }: Props) {
  const { t } = useTranslation('enrolment');
  return (
    <Stack>
      <TextInput
        label={t('people.form.name')}
        description={t('people.form.nameHelp')}
        required
        maxLength={120}
        data-autofocus
        autoComplete="off"
        {...form.getInputProps('displayName')}
      />
      <TextInput
        label={t('people.form.id')}
        description={t('people.form.idHelp')}
        required
        maxLength={64}
        autoComplete="off"
        spellCheck={false}
        {...form.getInputProps('externalId')}
      />
      <Radio.Group
        label={t('people.form.kind')}
        value={form.values.kind}
        onChange={(kind) => {
          if (isKind(kind)) form.setFieldValue('kind', kind);
        }}
      >
        <Stack gap="xs" mt="xs">
          {KINDS.map((kind) => (
            <Radio key={kind} value={kind} label={t(`people.kind.${kind}`)} />
          ))}
        </Stack>
      </Radio.Group>
      {taken !== undefined && (
        <Alert color="yellow" role="alert" title={t('people.form.taken')} style={{ overflowWrap: 'anywhere' }}>
          {t('people.form.takenBy', { id: taken.externalId, name: taken.displayName })}{' '}
          <Anchor component={Link} href={`/people/${taken.id}`} underline="always" inherit>
            {t('people.form.openTaken')}
          </Anchor>
        </Alert>
      )}
      {children}
    </Stack>
  );
}
