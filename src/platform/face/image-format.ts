/* eslint no-control-regex: off -- signatures of binary formats hold control characters on purpose */
export type AcceptedFormat = 'jpeg' | 'png' | 'webp';

const ACCEPTED: Readonly<Record<AcceptedFormat, RegExp>> = {
  jpeg: /^\xff\xd8\xff/,
  png: /^\x89PNG\r\n\x1a\n/,
  webp: /^RIFF[^]{4}WEBP/,
};

/** Pictures and documents that people do send: they deserve to hear that the format is the trouble, not the file. */
const KNOWN_OTHERS: readonly RegExp[] = [
  /^GIF8[79]a/,
  /^BM[^]{4}\0\0\0\0/,
  /^(II\*\0|MM\0\*|II\+\0|MM\0\+)/, // TIFF, BigTIFF, most camera raw files
  /^[^]{4}ftyp(avi[fs]|hei[cfmsx]|hev[cmx]|mif1|msf1|isom|mp4[12]|qt )/, // AVIF, HEIC, video
  /^(\xff\x0a|\0\0\0\x0cJXL )/, // JPEG XL
  /^(\xff\x4f\xff\x51|\0\0\0\x0cjP {2})/, // JPEG 2000
  /^\0\0[\x01\x02]\0/, // ICO, CUR
  /^%PDF-/,
  /^8BPS/,
  /^(\x1a\x45\xdf\xa3|RIFF[^]{4}AVI )/, // WebM, AVI
  /^\s*(<\?xml[^>]*>\s*)?(<!--[^]*?-->\s*|<!DOCTYPE svg[^>]*>\s*)*<svg[\s/>]/i,
];

/** Enough for every signature above, and for the comments and declarations before an `<svg`. */
const SIGNATURE_BYTES = 1024;

/** What the first bytes are: names and declared types of uploads are the sender's claim, these are what a decoder acts on. */
export function formatByContent(bytes: Uint8Array): AcceptedFormat | 'other' | 'unknown' {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, SIGNATURE_BYTES)).toString('latin1');
  const text = head.replace(/^\xef\xbb\xbf/, '');
  const accepted = (Object.keys(ACCEPTED) as AcceptedFormat[]).find((format) => ACCEPTED[format].test(head));
  return accepted ?? (KNOWN_OTHERS.some((signature) => signature.test(text)) ? 'other' : 'unknown');
}
