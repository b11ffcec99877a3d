import { Radio, Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { type CheckpointFactors, type CheckpointLiveness } from '../graphql/graphql';

const FACTORS: readonly CheckpointFactors[] = ['FACE', 'FACE_AND_PIN'];
const LIVENESS: readonly CheckpointLiveness[] = ['ACTIVE', 'STRICT', 'PASSIVE'];

export interface Policy {
  readonly factors: CheckpointFactors;
  readonly liveness: CheckpointLiveness;
}

interface Props {
  readonly policy: Policy;
  readonly onChange: (policy: Policy) => void;
}

/** What a checkpoint asks of people, each choice with what it means. */
export function PolicyFields({ policy, onChange }: Props) {
  const { t } = useTranslation('admin');
  return (
    <>
      <Radio.Group
        label={t('checkpoints.factors')}
        value={policy.factors}
        onChange={(factors) => {
          onChange({ ...policy, factors: factors });
        }}
      >
        <Stack gap="xs" mt="xs">
          {FACTORS.map((one) => (
            <Radio
              key={one}
              value={one}
              label={t(`checkpoints.factor.${one}.label`)}
              description={t(`checkpoints.factor.${one}.about`)}
            />
          ))}
        </Stack>
      </Radio.Group>
      <Radio.Group
        label={t('checkpoints.liveness')}
        value={policy.liveness}
        onChange={(liveness) => {
          onChange({ ...policy, liveness: liveness });
        }}
      >
        <Stack gap="xs" mt="xs">
          {LIVENESS.map((one) => (
            <Radio
              key={one}
              value={one}
              label={t(`checkpoints.livenessOf.${one}.label`)}
              description={t(`checkpoints.livenessOf.${one}.about`)}
            />
          ))}
        </Stack>
      </Radio.Group>
    </>
  );
}
