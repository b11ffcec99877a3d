import { PDFiumLibrary } from '@hyzyla/pdfium';
import sharp, { type Region } from 'sharp';
import { readQr } from '../../scripts/client/read-qr.js';

/** Points of PDF in a millimetre. */
export const MM = 72 / 25.4;
const SCALE = 4;

export interface ReadPage {
  readonly text: string;
  /** Millimetres. */
  readonly width: number;
  readonly height: number;
  /** What the QR in a part of the page says; parts in millimetres. */
  readonly qr: (part: Region) => Promise<string>;
}

/** One for all: it does not come to life twice in a process. */
let library: Promise<PDFiumLibrary> | undefined;

/** Reads a PDF as a viewer shows it. */
export async function readPdf(pdf: Uint8Array): Promise<ReadPage[]> {
  library ??= PDFiumLibrary.init();
  const document = await (await library).loadDocument(pdf);
  const read: ReadPage[] = [];
  // One after the other: it has one memory for all pages.
  for (const page of document.pages()) read.push(await pageOf(page));
  document.destroy();
  return read;
}

type PdfPage = ReturnType<Awaited<ReturnType<PDFiumLibrary['loadDocument']>>['getPage']>;

async function pageOf(page: PdfPage): Promise<ReadPage> {
  const text = page.getText();
  const { data, width, height } = await page.render({ scale: SCALE, render: 'bitmap' });
  const pixels = Buffer.from(data);
  const mm = SCALE * MM;
  return {
    text,
    width: width / mm,
    height: height / mm,
    qr: async ({ left, top, ...size }) => {
      const region = {
        left: Math.round(left * mm),
        top: Math.round(top * mm),
        width: Math.min(Math.floor(size.width * mm), width - Math.round(left * mm)),
        height: Math.min(Math.floor(size.height * mm), height - Math.round(top * mm)),
      };
      const png = await sharp(pixels, { raw: { width, height, channels: 4 } })
        .extract(region)
        .png()
        .toBuffer();
      return readQr(asDataUrl(png));
    },
  };
}

/** As `readQr` takes a picture. */
export const asDataUrl = (png: Buffer): string => `data:image/png;base64,${png.toString('base64')}`;
