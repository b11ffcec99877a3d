/** Milliseconds: of a page that is not seen, and of a camera that stands still, none comes. */
const PATIENCE = 1_000;
/** Where the browser does not tell. */
const UNTOLD = 30;

/** Until a camera shows another picture than it does now, or does not in a second: a picture looked at twice tells nothing new. */
export const newPicture = (video: HTMLVideoElement): Promise<void> =>
  new Promise((resolve) => {
    if (!('requestVideoFrameCallback' in video)) {
      setTimeout(resolve, UNTOLD);
      return;
    }
    const timer = setTimeout(resolve, PATIENCE);
    video.requestVideoFrameCallback(() => {
      clearTimeout(timer);
      resolve();
    });
  });
