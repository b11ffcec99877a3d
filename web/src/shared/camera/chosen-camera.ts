const CHOSEN = 'presente.camera';

/** What the staff chose on this device, by its id. */
const chosen = (): string | null => localStorage.getItem(CHOSEN);

/** What to ask the browser for: the one that was chosen, else the one that looks at who stands before the screen. */
export function askedCamera(): MediaTrackConstraints {
  const id = chosen();
  return id === null ? { facingMode: 'user' } : { deviceId: { ideal: id } };
}

/** Whether the browser gave another one: the one that was chosen is not there, or none looks this way. */
export function isWrong(stream: MediaStream): boolean {
  const { deviceId, facingMode } = settingsOf(stream);
  const id = chosen();
  return id === null ? facingMode === 'environment' : deviceId !== id;
}

/** This one from now on, on this device. */
export const chooseCamera = (deviceId: string): void => {
  localStorage.setItem(CHOSEN, deviceId);
};

/** Chooses the next of all that there are. */
export async function chooseAfter(stream: MediaStream | undefined): Promise<void> {
  const all = await camerasHere();
  const now = stream && settingsOf(stream).deviceId;
  const next = all[(all.findIndex(({ deviceId }) => deviceId === now) + 1) % all.length];
  if (next !== undefined) chooseCamera(next.deviceId);
}

/** Whether the one that was chosen is there again. */
export async function isChosenHere(): Promise<boolean> {
  const id = chosen();
  return id !== null && (await camerasHere()).some(({ deviceId }) => deviceId === id);
}

const settingsOf = (stream: MediaStream): MediaTrackSettings => stream.getVideoTracks()[0]?.getSettings() ?? {};

/** Those of this device; without their names until one of them was allowed. */
export async function camerasHere(): Promise<MediaDeviceInfo[]> {
  const devices = await navigator.mediaDevices.enumerateDevices();
  return devices.filter(({ kind }) => kind === 'videoinput');
}
