import { Radio, Select, Stack, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { type ConsentForm, GIVERS, isGivenByAnother, RELATIONS } from './consent-form';

/** Who gives it, and what shows that they did. */
export function GiverFields({ form }: { readonly form: ConsentForm }) {
  const { t } = useTranslation(['person', 'common']);
  const { value, ...giver } = form.getInputProps('giver') as { value: string | null };
  return (
    <>
      <Radio.Group label={t('consent.giver')} required value={value ?? ''} {...giver}>
        <Stack gap="xs" my="xs">
          {GIVERS.map((one) => (
            <Radio key={one} value={one} label={t(`consent.${one}`)} description={t(`consent.${one}Hint`)} />
          ))}
        </Stack>
      </Radio.Group>
      {isGivenByAnother(form.values) && (
        <>
          <TextInput
            label={t('consent.name')}
            description={t('consent.nameHint')}
            required
            maxLength={120}
            autoComplete="off"
            spellCheck={false}
            {...form.getInputProps('name')}
          />
          <Select
            label={t('consent.relation')}
            required
            data={RELATIONS.map((relation) => ({ value: relation, label: t(`common:guardian.${relation}`) }))}
            {...form.getInputProps('relation')}
          />
        </>
      )}
      <TextInput
        label={t('consent.reference')}
        description={t('consent.referenceHint')}
        required
        maxLength={120}
        autoComplete="off"
        {...form.getInputProps('reference')}
      />
    </>
  );
}
