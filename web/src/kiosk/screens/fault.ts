import { type CameraFault } from '../../shared/camera/camera-fault';

/** What keeps the kiosk from working. */
export type Fault = CameraFault | 'server' | 'clock' | 'closed' | 'starting';
