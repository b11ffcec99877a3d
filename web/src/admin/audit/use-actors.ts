import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { ACTORS } from './documents';

const OURS = ['anonymous', 'system', 'worker'] as const;

interface Actors {
  readonly options: readonly { readonly value: string; readonly label: string }[];
  /** The name of a user or a device; of others their id. */
  readonly nameOf: (id: string) => string;
}

/** Who stands in the audit, by name: it keeps ids alone. */
export function useActors(): Actors {
  const { t } = useTranslation('admin');
  const [{ data }] = useQuery({ query: ACTORS });
  return useMemo(() => {
    const options = [
      ...OURS.map((value) => ({ value, label: t(`audit.actors.${value}`) })),
      ...(data?.users.nodes ?? []).map(({ id, displayName }) => ({ value: id, label: displayName })),
      ...(data?.devices.nodes ?? []).map(({ id, name }) => ({ value: id, label: name })),
    ];
    const names = new Map<string, string>(options.map(({ value, label }) => [value, label]));
    return { options, nameOf: (id) => names.get(id) ?? id };
  }, [data, t]);
}
