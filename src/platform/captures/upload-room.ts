import { type Sheds } from '../resilience/sheds.js';

/** The memory that uploads may fill at once. Frames are held whole while they are looked at and sealed. */
export class UploadRoom {
  private taken = 0;

  constructor(
    private readonly bytes: number,
    private readonly sheds: Sheds,
  ) {}

  /**
   * @param bytes that the upload may come to
   * @throws OverloadedError when there is no room for so many more; one upload alone always finds room
   */
  async hold<T>(bytes: number, work: () => Promise<T>): Promise<T> {
    if (this.taken > 0 && this.taken + bytes > this.bytes) throw this.sheds.refusal('uploads');
    this.taken += bytes;
    try {
      return await work();
    } finally {
      this.taken -= bytes;
    }
  }
}
