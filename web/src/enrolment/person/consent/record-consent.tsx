import { Alert, Blockquote, Button, Checkbox, Modal, SegmentedControl, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { languageOf } from '../../../shared/i18n/start-i18n';
import { focusFirstFault } from '../../../shared/parts/focus-first-fault';
import { sayDone } from '../../../shared/parts/say';
import { ProblemAlert } from '../../../shared/ui/problem-alert';
import { type ConsentFieldsFragment } from '../../graphql/graphql';
import { type ConsentText, useConsentTexts } from '../use-consent-texts';
import { evidenceOf, useConsentForm } from './consent-form';
import { GiverFields } from './giver-fields';
import { useRecordConsent } from './use-record-consent';

interface Props {
  readonly personId: string;
  /** Of an older text: withdrawn first. */
  readonly replaces: ConsentFieldsFragment | undefined;
  readonly onClose: () => void;
  readonly onChanged: () => void;
}

/** Shows the text in force as it has to be shown, and records who agreed to it, and what shows that they did. */
export function RecordConsent({ personId, replaces, onClose, onChanged }: Props) {
  const { t, i18n } = useTranslation(['person', 'common']);
  const { texts, error: noTexts, reload } = useConsentTexts();
  const { record, error, isBusy } = useRecordConsent(personId, replaces !== undefined);
  const [language, setLanguage] = useState<string>(languageOf(i18n));
  const form = useConsentForm();
  const text = texts.find((one) => one.language === language) ?? texts[0];

  const submit = form.onSubmit(async (values) => {
    if (text === undefined) return;
    const answer = await record(text, evidenceOf(values));
    onChanged();
    if (answer === undefined) return;
    sayDone(t(answer === 'ConsentRecorded' ? 'consent.recorded' : 'consent.already'));
    onClose();
  }, focusFirstFault(form));

  return (
    <Modal
      opened
      size="lg"
      onClose={onClose}
      title={t(replaces === undefined ? 'consent.recordTitle' : 'consent.renewTitle')}
      closeButtonProps={{ 'aria-label': t('common:close') }}
    >
      <form onSubmit={submit} autoComplete="off" noValidate>
        <Stack>
          {replaces !== undefined && (
            <Alert color="yellow">{t('consent.renewBody', { version: replaces.textVersion })}</Alert>
          )}
          <Text size="sm">{t('consent.readOut')}</Text>
          {noTexts !== undefined && <ProblemAlert error={noTexts} onRetry={reload} />}
          {text !== undefined && (
            <ShownText
              text={text}
              texts={texts}
              onLanguage={(value) => {
                setLanguage(value);
                // Another text has been read by nobody yet.
                form.setFieldValue('agrees', false);
              }}
            />
          )}
          <GiverFields form={form} />
          <Checkbox label={t('consent.declared')} {...form.getInputProps('agrees', { type: 'checkbox' })} />
          {error !== undefined && <ProblemAlert error={error} />}
          <Button type="submit" loading={isBusy} disabled={text === undefined}>
            {t(replaces === undefined ? 'consent.record' : 'consent.renew')}
          </Button>
        </Stack>
      </form>
    </Modal>
  );
}

interface TextProps {
  readonly text: ConsentText;
  readonly texts: readonly ConsentText[];
  readonly onLanguage: (language: string) => void;
}

/** In the language of who gives it. */
function ShownText({ text, texts, onLanguage }: TextProps) {
  const { t } = useTranslation('person');
  return (
    <>
      <SegmentedControl
        aria-label={t('consent.textLanguage')}
        data={texts.map(({ language }) => ({ value: language, label: ownNameOf(language) }))}
        value={text.language}
        onChange={onLanguage}
      />
      <Blockquote p="md" cite={t('consent.version', { version: text.version })} lang={text.language}>
        <Text>{text.body}</Text>
      </Blockquote>
    </>
  );
}

const ownNameOf = (language: string): string =>
  new Intl.DisplayNames(language, { type: 'language' }).of(language) ?? language;
