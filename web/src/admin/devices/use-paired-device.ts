import { useEffect, useState } from 'react';
import { useClient } from 'urql';
import { type DeviceFieldsFragment } from '../graphql/graphql';
import { DEVICE } from './documents';
import { POLLED } from '../../shared/api/polled';

const EVERY_MS = 2_000;

/** The device once it was paired: until then the server knows none of this id. */
export function usePairedDevice(id: string): DeviceFieldsFragment | undefined {
  const client = useClient();
  const [device, setDevice] = useState<DeviceFieldsFragment>();
  const isPaired = device !== undefined;

  useEffect(() => {
    if (isPaired) return;
    const timer = setInterval(() => {
      void client
        .query(DEVICE, { id }, POLLED)
        .toPromise()
        .then(({ data, error }) => {
          if (error === undefined && data !== undefined) setDevice(data.device);
        });
    }, EVERY_MS);
    return () => {
      clearInterval(timer);
    };
  }, [client, id, isPaired]);

  return device;
}
