/**
 * Runs in the page, before its own scripts: the camera is a canvas with a drawn person, or with the picture in
 * `qr` (a `data:` URL) first. A drawing, because no face of anybody may stand in a picture of ours.
 */
export const drawnCamera = (qr: string | undefined): string => `
  const canvas = document.createElement('canvas');
  canvas.width = 640;
  canvas.height = 480;
  const paper = canvas.getContext('2d');
  const image = new Image();
  image.src = ${JSON.stringify(qr ?? '')};
  let showsQr = ${JSON.stringify(qr !== undefined)};
  window.hideQr = () => (showsQr = false);
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
    if (showsQr) paper.drawImage(image, 190, 110, 260, 260);
  }, 66);
  navigator.mediaDevices.getUserMedia = async () => canvas.captureStream(15);
`;
