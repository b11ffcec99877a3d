import { Title } from '@mantine/core';

/** One person: consent, face, card. */
export const PersonPage = ({ id }: { readonly id: string }) => <Title order={1}>{id}</Title>;
