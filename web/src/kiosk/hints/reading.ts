/** What the face detector of the page sees in a picture; lengths in parts of the picture's width, of the picture as it is (not mirrored). */
export interface Reading {
  readonly faces: number;
  /** Of the largest face. */
  readonly face: Face | undefined;
  /** Brightness of the face, or of the picture: 0..255. */
  readonly light: number;
  /** Variance of the Laplacian over the face: what is blurred has little. */
  readonly sharpness: number;
}

interface Face {
  /** Of its middle; 0..1 in each direction. */
  readonly x: number;
  readonly y: number;
  readonly width: number;
  /** How far the nose is from the middle of the eyes, in eye distances: positive towards the person's left. */
  readonly noseOffset: number;
}
