import { Badge, type MantineColor } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { type PersonStanding } from '../graphql/graphql';

const COLOURS: Readonly<Record<PersonStanding, MantineColor>> = {
  NO_CONSENT: 'yellow',
  NO_FACE: 'orange',
  NO_CREDENTIAL: 'blue',
  READY: 'teal',
  WITHOUT_FACE: 'gray',
  LOCKED: 'red',
};

/** In the order of what is done one after the other. */
export const STANDINGS = Object.keys(COLOURS) as readonly PersonStanding[];

/** How far somebody is, in a colour and in words. */
export function StandingBadge({ standing }: { readonly standing: PersonStanding }) {
  const { t } = useTranslation('enrolment');
  return <Badge color={COLOURS[standing]}>{t(`people.standing.${standing}`)}</Badge>;
}
