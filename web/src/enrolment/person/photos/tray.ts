import { type PhotoReason } from '../../graphql/graphql';
import { Store } from '../../../shared/parts/store';

export const POSES = ['STRAIGHT', 'LEFT', 'RIGHT'] as const;
export type Pose = (typeof POSES)[number];

export const MAX_PHOTOS = 5;

export interface Photo {
  readonly id: number;
  readonly jpeg: Blob;
  /** Of the picture, while it is in the tray. */
  readonly url: string;
  /** Of those that the camera took. */
  readonly pose: Pose | undefined;
  /** What the server says of it; undefined until it does. */
  readonly verdict: PhotoReason | undefined;
}

/** The photos of one enrolment before it is one: in memory, and gone with the tray. */
export class Tray {
  private readonly store = new Store<readonly Photo[]>([]);
  private last = 0;

  readonly state = this.store.get;

  readonly subscribe = this.store.subscribe;

  /** In the place of the one of the same pose. @returns false when there is no room for it */
  put(jpeg: Blob, pose?: Pose): boolean {
    const old = pose === undefined ? undefined : this.photos.find((photo) => photo.pose === pose);
    if (old === undefined && this.photos.length >= MAX_PHOTOS) return false;
    const photo = { id: ++this.last, jpeg, url: URL.createObjectURL(jpeg), pose, verdict: undefined };
    if (old !== undefined) URL.revokeObjectURL(old.url);
    this.store.set(
      old === undefined ? inOrder([...this.photos, photo]) : this.photos.map((one) => (one === old ? photo : one)),
    );
    return true;
  }

  remove(id: number): void {
    for (const photo of this.photos) if (photo.id === id) URL.revokeObjectURL(photo.url);
    this.store.set(this.photos.filter((photo) => photo.id !== id));
  }

  /** @param reasons one for each photo, in the order that they were sent in; none when nothing was said of them */
  judge(reasons: readonly PhotoReason[]): void {
    this.store.set(this.photos.map((photo, index) => ({ ...photo, verdict: reasons[index] })));
  }

  clear(): void {
    for (const { url } of this.photos) URL.revokeObjectURL(url);
    this.store.set([]);
  }

  private get photos(): readonly Photo[] {
    return this.store.get();
  }
}

const placeOf = ({ pose }: Photo): number => (pose === undefined ? POSES.length : POSES.indexOf(pose));

/** Those of the camera first, straight, left, right. */
const inOrder = (photos: readonly Photo[]): readonly Photo[] => photos.toSorted((a, b) => placeOf(a) - placeOf(b));

export const isBad = ({ verdict }: Photo): boolean => verdict !== undefined && verdict !== 'OK';
