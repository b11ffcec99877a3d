/* global document, navigator, window, Image, DOMException, setInterval */
// Runs in a page before its own scripts: a camera that shows a QR while the kiosk waits for one, and then somebody who does
// what the page says. A spec tells it what to show, and what goes wrong with it, through `window.fakeCamera`.
{
  const WIDTH = 640;
  const HEIGHT = 480;
  const canvas = Object.assign(document.createElement('canvas'), { width: WIDTH, height: HEIGHT });
  const context = canvas.getContext('2d');
  const camera = {
    /** Picture of a QR; shown until it was read. */
    qr: undefined,
    /** `STRAIGHT:0`, `LOOK_LEFT:1`, …: what somebody looks like in each scene of a challenge. */
    frames: new Map(),
    /** Name of the DOMException that opening it ends with. */
    refuses: undefined,
    /** `black` or `frozen`. */
    picture: 'lively',
    /** When a QR came into view, and when each screen was last entered; milliseconds of `performance.now()`, to 50. */
    shownAt: 0,
    screens: {},
    async showQr(url) {
      camera.qr = await picture(url);
      camera.shownAt = window.performance.now();
    },
    async loadFrames(urls) {
      for (const [name, url] of Object.entries(urls)) camera.frames.set(name, await picture(url));
    },
    unplug() {
      for (const track of camera.tracks) {
        track.stop();
        track.dispatchEvent(new window.Event('ended'));
      }
    },
    tracks: [],
  };
  window.fakeCamera = camera;

  async function picture(url) {
    const image = Object.assign(new Image(), { src: url });
    await image.decode();
    return image;
  }

  function frameNow() {
    const scene = Number(document.querySelector('[data-scene]')?.getAttribute('data-scene') ?? 0);
    const steps = [...document.querySelectorAll('[data-step]')].map((step) => step.getAttribute('data-step'));
    const name = scene % 2 === 0 ? 'STRAIGHT' : steps[(scene - 1) / 2];
    return camera.frames.get(`${name}:${scene}`) ?? camera.frames.get('STRAIGHT:0');
  }

  let before;
  function draw() {
    if (camera.picture === 'frozen') return;
    context.fillStyle = camera.picture === 'black' ? '#000' : '#888';
    context.fillRect(0, 0, WIDTH, HEIGHT);
    if (camera.picture === 'black') return;
    const screen = document.querySelector('main')?.getAttribute('data-screen');
    if (screen !== before) camera.screens[screen] = window.performance.now();
    before = screen;
    const waits = screen === 'idle' || screen === 'result' || screen === 'pin';
    if (!waits) camera.qr = undefined;
    if (waits && camera.qr !== undefined) context.drawImage(camera.qr, 170, 90, 300, 300);
    else if (!waits && camera.frames.size > 0) context.drawImage(frameNow(), 0, 0, WIDTH, HEIGHT);
    // No sensor is free of noise. Beside the face alone: a dot on a lid is a blink, or hides one.
    for (let dot = 0; dot < 150; dot++) {
      context.fillStyle = `rgba(${Math.random() * 255},128,128,0.12)`;
      const aside = Math.random() * 120;
      context.fillRect(dot % 2 === 0 ? aside : WIDTH - aside, Math.random() * HEIGHT, 3, 3);
    }
  }
  setInterval(draw, 50);

  async function getUserMedia() {
    if (camera.refuses !== undefined) throw new DOMException('As the spec wants it.', camera.refuses);
    const stream = canvas.captureStream(20);
    camera.tracks = stream.getVideoTracks();
    return stream;
  }
  Object.defineProperty(navigator.mediaDevices, 'getUserMedia', { value: getUserMedia, configurable: true });
}
