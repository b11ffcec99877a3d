import {
  Camera,
  CameraOff,
  CircleCheck,
  CircleX,
  Clock,
  DoorClosed,
  Expand,
  EyeOff,
  Focus,
  HandHelping,
  Hourglass,
  Lightbulb,
  Link,
  LoaderCircle,
  LockKeyhole,
  type LucideIcon,
  Move,
  QrCode,
  ScanFace,
  Shrink,
  Snowflake,
  Sun,
  SwitchCamera,
  Turtle,
  Unlink,
  Unplug,
  User,
  UserRoundCheck,
  WifiOff,
} from 'lucide-react';
import { type CameraNotice } from '../../shared/camera/camera';
import { type Hint } from '../hints/hint';
import { type Outcome } from '../visit/outcome';
import { type Scene } from '../visit/visit-state';
import { type Fault } from './fault';
import { Head } from './head';

type Name = Fault | CameraNotice | Hint | Outcome['kind'] | 'qr' | 'pair' | 'cutOff' | 'busyServer' | 'help';

const ICONS: Readonly<Record<Name, LucideIcon>> = {
  denied: LockKeyhole,
  none: CameraOff,
  busy: Camera,
  unplugged: Unplug,
  black: EyeOff,
  frozen: Snowflake,
  insecure: LockKeyhole,
  slow: Turtle,
  wrong: SwitchCamera,
  server: WifiOff,
  clock: Clock,
  closed: DoorClosed,
  starting: LoaderCircle,
  NO_FACE: ScanFace,
  SEVERAL_FACES: User,
  TOO_SMALL: Expand,
  TOO_CLOSE: Shrink,
  CUT_OFF: Move,
  TOO_DARK: Lightbulb,
  TOO_BRIGHT: Sun,
  BLURRED: Focus,
  accepted: CircleCheck,
  refused: CircleX,
  operator: UserRoundCheck,
  staff: HandHelping,
  wait: Hourglass,
  lost: WifiOff,
  qr: QrCode,
  pair: Link,
  cutOff: Unlink,
  busyServer: LoaderCircle,
  help: HandHelping,
};

/** Says without words what the words beside it say. */
export function Picture({ name }: { readonly name: Name | Scene }) {
  if (isScene(name)) return <Head scene={name} />;
  const Icon = ICONS[name];
  return <Icon className="picture" strokeWidth={1.5} aria-hidden />;
}

const isScene = (name: Name | Scene): name is Scene => !(name in ICONS);
