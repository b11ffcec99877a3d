import { useForm, type UseFormReturnType } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { type ConsentEvidenceInput, type GuardianRelation } from '../../graphql/graphql';

/** By whom it is given, and so whether the person is under age: somebody under age does not give it themself. */
export type Giver = 'THEMSELF' | 'GUARDIAN' | 'REPRESENTATIVE';
export const GIVERS: readonly Giver[] = ['THEMSELF', 'GUARDIAN', 'REPRESENTATIVE'];
export const RELATIONS: readonly GuardianRelation[] = ['MOTHER', 'FATHER', 'LEGAL_GUARDIAN', 'OTHER'];

interface ConsentValues {
  readonly giver: Giver | null;
  readonly name: string;
  readonly relation: GuardianRelation | null;
  readonly reference: string;
  readonly agrees: boolean;
}

export type ConsentForm = UseFormReturnType<ConsentValues>;

export const isGivenByAnother = ({ giver }: ConsentValues): boolean => giver !== null && giver !== 'THEMSELF';

export function useConsentForm(): ConsentForm {
  const { t } = useTranslation('person');
  return useForm<ConsentValues>({
    initialValues: { giver: null, name: '', relation: null, reference: '', agrees: false },
    validate: {
      giver: (giver) => (giver === null ? t('consent.giverNeeded') : null),
      name: (name, values) => (isGivenByAnother(values) && name.trim() === '' ? t('consent.nameNeeded') : null),
      relation: (relation, values) =>
        isGivenByAnother(values) && relation === null ? t('consent.relationNeeded') : null,
      reference: (reference) => (reference.trim() === '' ? t('consent.referenceNeeded') : null),
      agrees: (agrees) => (agrees ? null : t('consent.declaredNeeded')),
    },
  });
}

/** As the server takes it. */
export function evidenceOf({ giver, name, relation, reference }: ConsentValues): ConsentEvidenceInput {
  const isByAnother = giver !== 'THEMSELF' && relation !== null;
  return {
    needsGuardian: giver === 'GUARDIAN',
    guardian: isByAnother ? { name: name.trim().normalize('NFC'), relation } : null,
    reference: reference.trim().normalize('NFC'),
  };
}
