import { useEffect, useState } from 'react';
import { createGraphqlClient } from '../../shared/api/client';
import { Camera } from '../../shared/camera/camera';
import { cueOf } from '../cues/cue-of';
import { play } from '../cues/sounds';
import { type DeviceSession } from '../device/device-session';
import { FaceWatch } from '../hints/face-watch';
import { Conductor } from '../visit/conductor';
import { KioskApi } from '../visit/kiosk-api';
import { Face } from './face';

interface Props {
  readonly session: DeviceSession;
  readonly checkpointId: string;
}

/** A kiosk at work, for as long as it is shown. */
export function Checkpoint({ session, checkpointId }: Props) {
  const [{ conductor, camera }] = useState(() => set(session, checkpointId));
  useEffect(() => {
    const unsubscribe = soundChangesOf(conductor);
    conductor.start();
    return () => {
      unsubscribe();
      conductor.stop();
    };
  }, [conductor]);
  return <Face conductor={conductor} camera={camera} />;
}

function set(session: DeviceSession, checkpointId: string) {
  const camera = new Camera();
  const api = new KioskApi(createGraphqlClient(session, { memory: 'forgets' }), checkpointId);
  return { camera, conductor: new Conductor(api, camera, new FaceWatch()) };
}

function soundChangesOf(conductor: Conductor): () => void {
  let before = conductor.view().state;
  return conductor.subscribe(() => {
    const { state } = conductor.view();
    const cue = cueOf(before, state);
    before = state;
    if (cue !== undefined) play(cue);
  });
}
