/**
 * Runs in the page, before its own scripts: the camera is a canvas with a drawn person, who holds out the picture of `showQr`
 * (a `data:` URL) until `hideQr`. A drawing, because no face of anybody may stand in a picture of ours.
 */
export const DRAWN_CAMERA = `
  const canvas = document.createElement('canvas');
  canvas.width = 640;
  canvas.height = 480;
  const paper = canvas.getContext('2d');
  let qr;
  window.showQr = async (url) => {
    qr = Object.assign(new Image(), { src: url });
    await qr.decode();
  };
  window.hideQr = () => (qr = undefined);
  const disc = (x, y, rx, ry, colour) => {
    paper.fillStyle = colour;
    paper.beginPath();
    paper.ellipse(x, y, rx, ry, 0, 0, 7);
    paper.fill();
  };
  setInterval(() => {
    paper.fillStyle = '#c9d6de';
    paper.fillRect(0, 0, 640, 480);
    disc(320, 560, 210, 200, '#2f6f8f');
    disc(320, 215, 112, 140, '#4a3426');
    disc(320, 235, 95, 120, '#e8b996');
    for (const x of [283, 357]) disc(x, 220, 11, 7, '#2b2b2b');
    disc(320, 295, 30, 7, '#a8574f');
    if (qr !== undefined) paper.drawImage(qr, 190, 110, 260, 260);
    // No sensor is free of noise.
    paper.fillStyle = '#' + Math.floor(Math.random() * 4096).toString(16).padStart(3, '0');
    paper.fillRect(Math.random() * 640, Math.random() * 480, 2, 2);
  }, 66);
  navigator.mediaDevices.getUserMedia = async () => canvas.captureStream(15);
`;
