import { type CameraNotice, type CameraState } from '../../shared/camera/camera';
import { type CameraFault } from '../../shared/camera/camera-fault';
import { type Conductor, type KioskView } from '../visit/conductor';
import { type Screen } from '../visit/visit-state';
import { ActingPanel } from './acting-panel';
import { BusyPanel } from './busy-panel';
import { type Fault } from './fault';
import { FaultPanel } from './fault-panel';
import { FramingPanel } from './framing-panel';
import { HelpPanel, NoFacePanel } from './help-panel';
import { IdlePanel } from './idle-panel';
import { OutOfOrderPanel, StaffPanel } from './staff-panel';
import { PinPanel } from './pin-panel';
import { ResultPanel } from './result-panel';

type Shown =
  | Exclude<Screen, { at: 'idle' | 'opening' | 'sending' | 'deciding' | 'framing' }>
  | Idle
  | Waiting
  | FaultShown
  | Framing;
interface Idle {
  readonly at: 'idle';
  readonly withoutSteps: boolean;
  readonly notice: CameraNotice | undefined;
}
interface Waiting {
  readonly at: 'opening' | 'sending' | 'deciding';
  readonly isSlow: boolean;
}
interface Framing {
  readonly at: 'framing';
  readonly hint: KioskView['hint'];
}
interface FaultShown {
  readonly at: 'fault';
  readonly fault: Fault;
}

export type ShownAt = Shown['at'];

/** Where nothing of the kiosk's own work is under way, what keeps it from working is shown instead. */
export function panelOf(view: KioskView, { fault, notice }: CameraState): Shown {
  const { screen } = view.state;
  switch (screen.at) {
    case 'idle': {
      const kept = faultOf(view, fault);
      return kept === undefined ? { ...screen, notice } : { at: 'fault', fault: kept };
    }
    case 'opening':
    case 'sending':
    case 'deciding':
      return { at: screen.at, isSlow: view.isSlow };
    case 'framing':
      return { at: 'framing', hint: view.hint };
    default:
      return screen;
  }
}

function faultOf({ isAway, checkpoint }: KioskView, camera: CameraFault | undefined): Fault | undefined {
  if (isAway) return 'server';
  if (checkpoint === undefined) return 'starting';
  return checkpoint.isOpen ? camera : 'closed';
}

interface Props<At extends Shown['at'] = Shown['at']> {
  readonly shown: Extract<Shown, { at: At }>;
  readonly conductor: Conductor;
}

/** What to do now. */
export function Panel({ shown, conductor }: Props) {
  switch (shown.at) {
    case 'fault':
      return <FaultPanel fault={shown.fault} />;
    case 'idle':
      return <IdlePanel withoutSteps={shown.withoutSteps} notice={shown.notice} />;
    case 'help':
      return <HelpPanel onChoose={(choice) => conductor.choose(choice)} />;
    case 'noFace':
      return <NoFacePanel onBack={() => conductor.choose('left')} />;
    case 'staff':
      return <StaffPanel conductor={conductor} />;
    case 'outOfOrder':
      return <OutOfOrderPanel onBack={() => conductor.takeBack()} />;
    default:
      return <VisitPanel shown={shown} conductor={conductor} />;
  }
}

type VisitAt = 'pin' | 'opening' | 'framing' | 'acting' | 'sending' | 'deciding' | 'result';

/** From the QR to the result. */
function VisitPanel({ shown, conductor }: Props<VisitAt>) {
  switch (shown.at) {
    case 'pin':
      return <PinPanel onPin={(pin) => conductor.pinTyped(pin)} />;
    case 'framing':
      return <FramingPanel hint={shown.hint} />;
    case 'acting':
      return <ActingPanel steps={shown.steps} scene={shown.scene} />;
    case 'result':
      return <ResultPanel outcome={shown.outcome} onAgain={() => conductor.choose('left')} />;
    case 'opening':
    case 'sending':
    case 'deciding':
      return <BusyPanel at={shown.at} isSlow={shown.isSlow} />;
  }
}
