import { type BlindIndex } from '../../../platform/crypto/blind-index.js';
import { typedPairingCode } from './pairing-code.js';

/** What is kept of a code. @returns undefined when what was typed can be no code */
export function pairingCodeIndex(blindIndex: BlindIndex, typed: string): Buffer | undefined {
  const code = typedPairingCode(typed);
  return code === undefined ? undefined : blindIndex.of('device-pairing', code);
}
