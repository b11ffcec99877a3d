import { useTranslation } from 'react-i18next';

const UNKNOWN = 'Unknown';
const ON = ' on ';

/** What the server calls a browser (src/modules/auth/sessions/client-name.ts), in the language of the page. */
export function useClientName(): (client: string) => string {
  const { t } = useTranslation('admin');
  return (client) => {
    const [browser = '', system] = client.split(ON);
    const named = browser === UNKNOWN ? t('client.unknown') : browser;
    return system === undefined ? named : t('client.on', { browser: named, system });
  };
}
