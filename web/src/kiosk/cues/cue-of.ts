import { type KioskState } from '../visit/visit-state';
import { type Cue } from './sounds';

/** What is to be heard when the kiosk goes from one state to another. */
export function cueOf(before: KioskState, { screen }: KioskState): Cue | undefined {
  const isOther = before.screen.at !== screen.at;
  switch (screen.at) {
    case 'pin':
      return isOther ? 'read' : undefined;
    case 'opening':
      return isOther && before.screen.at !== 'pin' ? 'read' : undefined;
    case 'acting':
      return before.screen !== screen ? 'step' : undefined;
    case 'result':
      return isOther ? ofResult(screen.outcome.kind) : undefined;
    case 'noFace':
      return isOther ? 'operator' : undefined;
    default:
      return undefined;
  }
}

function ofResult(kind: Extract<KioskState['screen'], { at: 'result' }>['outcome']['kind']): Cue {
  if (kind === 'accepted') return 'accepted';
  return kind === 'operator' || kind === 'staff' ? 'operator' : 'refused';
}
