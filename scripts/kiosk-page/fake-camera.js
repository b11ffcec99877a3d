/* global document, navigator, window, Image, DOMException, setInterval */
// Runs in a page before its own scripts: a camera that shows a QR while the kiosk waits for one, and then somebody who does
// what the page says. A spec or a bench tells it what to show, and what goes wrong with it, through `window.fakeCamera`.
{
  const WIDTH = 640;
  const HEIGHT = 480;
  /** Screens on which the QR was read: whoever held it up puts it away. On all others they go on, as people do before a fault. */
  const AFTER_QR = new Set(['opening', 'framing', 'acting', 'sending', 'deciding']);
  /** Screens on which nobody stands before the camera. */
  const BEFORE_FACE = new Set(['idle', 'result', 'pin']);
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
    /** Pictures a second. */
    rate: 30,
    /** Ids of the cameras that are plugged in; the page gets the one it asks for, else the first. */
    plugged: ['first'],
    /** Where the page came over plain HTTP. */
    isHidden: false,
    /** Widths that were asked for, one for each time it was opened. */
    widths: [],
    /** When a QR came into view, and when each screen was last entered; milliseconds of `performance.now()`, to 25. */
    shownAt: 0,
    screens: {},
    /** What each result said, in a line: a result goes, and a spec that waited for another one would not know. */
    results: [],
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
  let drawnAt = 0;
  function draw() {
    const now = window.performance.now();
    if (camera.picture === 'frozen' || now - drawnAt < 1_000 / camera.rate - 12) return;
    drawnAt = now;
    for (const track of camera.tracks) track.requestFrame();
    context.fillStyle = camera.picture === 'black' ? '#000' : '#888';
    context.fillRect(0, 0, WIDTH, HEIGHT);
    if (camera.picture === 'black') return;
    const screen = document.querySelector('main')?.getAttribute('data-screen');
    if (screen !== before) {
      camera.screens[screen] = window.performance.now();
      if (screen === 'result')
        camera.results.push(document.querySelector('main').innerText.replace(/\s+/g, ' ').slice(0, 120));
    }
    before = screen;
    if (AFTER_QR.has(screen)) camera.qr = undefined;
    if (camera.qr !== undefined) context.drawImage(camera.qr, 170, 90, 300, 300);
    else if (!BEFORE_FACE.has(screen) && camera.frames.size > 0) context.drawImage(frameNow(), 0, 0, WIDTH, HEIGHT);
    // No sensor is free of noise. Beside the face alone: a dot on a lid is a blink, or hides one.
    for (let dot = 0; dot < 150; dot++) {
      context.fillStyle = `rgba(${Math.random() * 255},128,128,0.12)`;
      const aside = Math.random() * 120;
      context.fillRect(dot % 2 === 0 ? aside : WIDTH - aside, Math.random() * HEIGHT, 3, 3);
    }
  }
  setInterval(draw, 25);

  async function getUserMedia({ video }) {
    if (camera.refuses !== undefined) throw new DOMException('As the spec wants it.', camera.refuses);
    camera.widths.push(video.width.ideal);
    const [first] = camera.plugged;
    const deviceId = camera.plugged.find((id) => id === video.deviceId?.ideal) ?? first;
    // Pictures come when one was drawn, and not by themselves.
    const stream = canvas.captureStream(0);
    camera.tracks = stream.getVideoTracks();
    for (const track of camera.tracks) track.getSettings = () => ({ deviceId, facingMode: 'user' });
    return stream;
  }
  async function enumerateDevices() {
    return camera.plugged.map((deviceId) => ({ deviceId, kind: 'videoinput' }));
  }
  const { mediaDevices } = navigator;
  for (const value of [getUserMedia, enumerateDevices]) Object.defineProperty(mediaDevices, value.name, { value });
  Object.defineProperty(navigator, 'mediaDevices', { get: () => (camera.isHidden ? undefined : mediaDevices) });
}
