import { Alert, Blockquote, Button, Checkbox, Modal, Radio, SegmentedControl, Stack, Text } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useMutation } from 'urql';
import { languageOf } from '../../../shared/i18n/start-i18n';
import { sayDone } from '../../../shared/parts/say';
import { ProblemAlert } from '../../../shared/ui/problem-alert';
import { type ConsentFieldsFragment, type ConsentGiver } from '../../graphql/graphql';
import { RECORD_CONSENT, WITHDRAW_CONSENT } from '../documents';
import { useConsentTexts } from '../use-consent-texts';

const GIVERS: readonly ConsentGiver[] = ['PERSON', 'GUARDIAN'];

interface Props {
  readonly personId: string;
  /** Of an older text: withdrawn first. */
  readonly replaces: ConsentFieldsFragment | undefined;
  readonly onClose: () => void;
  readonly onChanged: () => void;
}

/** Shows the text in force as it has to be shown, and records who agreed to it. */
export function RecordConsent({ personId, replaces, onClose, onChanged }: Props) {
  const { t, i18n } = useTranslation(['person', 'common']);
  const { texts, error: noTexts, reload } = useConsentTexts();
  const [recorded, record] = useMutation(RECORD_CONSENT);
  const [withdrawn, withdraw] = useMutation(WITHDRAW_CONSENT);
  const key = useRef(crypto.randomUUID());
  const form = useForm({
    initialValues: { language: languageOf(i18n) as string, givenBy: '' as ConsentGiver | '', agrees: false },
  });
  const { language, givenBy, agrees } = form.values;
  const text = texts.find((one) => one.language === language) ?? texts[0];

  const submit = form.onSubmit(async () => {
    if (text === undefined || givenBy === '') return;
    if (replaces !== undefined && (await withdraw({ personId })).error !== undefined) return;
    const { version: textVersion, language: shownIn } = text;
    const input = { personId, textVersion, language: shownIn, givenBy, idempotencyKey: key.current };
    const { data, error } = await record({ input });
    onChanged();
    if (error !== undefined || data === undefined) return;
    sayDone(t(data.recordConsent.__typename === 'ConsentRecorded' ? 'consent.recorded' : 'consent.already'));
    onClose();
  });

  const error = noTexts ?? withdrawn.error ?? recorded.error;
  return (
    <Modal
      opened
      size="lg"
      onClose={onClose}
      title={t(replaces === undefined ? 'consent.recordTitle' : 'consent.renewTitle')}
      closeButtonProps={{ 'aria-label': t('common:close') }}
    >
      <form onSubmit={submit}>
        <Stack>
          {replaces !== undefined && (
            <Alert color="yellow">{t('consent.renewBody', { version: replaces.textVersion })}</Alert>
          )}
          <Text size="sm">{t('consent.readOut')}</Text>
          {text !== undefined && (
            <>
              <SegmentedControl
                aria-label={t('consent.textLanguage')}
                data={texts.map((one) => ({
                  value: one.language,
                  label: new Intl.DisplayNames(one.language, { type: 'language' }).of(one.language) ?? one.language,
                }))}
                value={text.language}
                onChange={(value) => {
                  form.setValues({ language: value, agrees: false });
                }}
              />
              <Blockquote p="md" cite={t('consent.version', { version: text.version })} lang={text.language}>
                <Text>{text.body}</Text>
              </Blockquote>
            </>
          )}
          <Radio.Group label={t('consent.giver')} required {...form.getInputProps('givenBy')}>
            <Stack gap="xs" mt="xs">
              {GIVERS.map((giver) => (
                <Radio
                  key={giver}
                  value={giver}
                  label={t(`consent.${giver}`)}
                  description={t(`consent.${giver}Hint`)}
                />
              ))}
            </Stack>
          </Radio.Group>
          <Checkbox label={t('consent.declared')} {...form.getInputProps('agrees', { type: 'checkbox' })} />
          {error !== undefined && <ProblemAlert error={error} {...(noTexts !== undefined && { onRetry: reload })} />}
          <Button
            type="submit"
            loading={recorded.fetching || withdrawn.fetching}
            disabled={!agrees || givenBy === '' || text === undefined}
          >
            {t(replaces === undefined ? 'consent.record' : 'consent.renew')}
          </Button>
        </Stack>
      </form>
    </Modal>
  );
}
