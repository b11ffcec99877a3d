import { TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';

/** As fields for local date and time hold them; empty where it is open. */
interface Span {
  readonly from: string;
  readonly to: string;
}

interface Props {
  readonly span: Span;
  readonly onChange: (span: Span) => void;
}

/** From when until when. */
export function SpanFields({ span: { from, to }, onChange }: Props) {
  const { t } = useTranslation('admin');
  return (
    <>
      <TextInput
        type="datetime-local"
        label={t('from')}
        value={from}
        onChange={(event) => {
          onChange({ from: event.currentTarget.value, to });
        }}
      />
      <TextInput
        type="datetime-local"
        label={t('to')}
        value={to}
        onChange={(event) => {
          onChange({ from, to: event.currentTarget.value });
        }}
      />
    </>
  );
}
