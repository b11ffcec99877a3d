import { useSyncExternalStore } from 'react';
import { type DeviceSession } from './device/device-session';
import { PairingScreen } from './device/pairing-screen';
import { Checkpoint } from './screens/checkpoint';
import { FaultPanel } from './screens/fault-panel';
import { Plain } from './screens/plain';

/** What this browser is: a kiosk at a checkpoint, or none yet. */
export function Kiosk({ session }: { readonly session: DeviceSession }) {
  const device = useSyncExternalStore(session.subscribe, session.state);
  switch (device.status) {
    case 'ready':
      return <Checkpoint key={device.checkpointId} session={session} checkpointId={device.checkpointId} />;
    case 'unpaired':
      return <PairingScreen session={session} isCutOff={device.cutOff} tried={device.tried} />;
    case 'clock':
      return <Plain panel={<FaultPanel fault="clock" />} />;
    case 'unreachable':
      return <Plain panel={<FaultPanel fault="server" />} />;
    case 'starting':
      return <Plain panel={<FaultPanel fault="starting" />} />;
  }
}
