import fontUrl from '@expo-google-fonts/noto-sans/600SemiBold/NotoSans_600SemiBold.ttf?url';
import { grayscale, PDFDocument, type PDFFont, type PDFPage } from '@cantoo/pdf-lib';
import * as fontkit from 'fontkit';
import { qrModules } from '../../shared/ui/qr-code';
import { fitText, LINE } from './fit-text';
import { CARD, type CardWords, type IssuedCard } from './issued-card';
import { nameAsPicture } from './name-as-picture';

export interface PdfCard {
  readonly card: IssuedCard;
  readonly words: CardWords;
}

/** PDF counts in points. */
const MM = 72 / 25.4;
const A4 = { width: 210, height: 297 } as const;
const SHEET = { columns: 2, rows: 5 } as const;
const PER_SHEET = SHEET.columns * SHEET.rows;
/** Millimetres: how long a cut mark is, and how far from the cards. */
const MARK = { length: 5, apart: 1.5 } as const;
const BLACK = grayscale(0);
/** Points: smaller letters nobody reads. */
const LEAST = 5.5;

/** What is drawn with: a place on a page, millimetres from its upper left corner. */
interface Place {
  readonly page: PDFPage;
  readonly x: number;
  readonly y: number;
}

interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** @returns a PDF of the cards: one on each page of its size, or ten on each sheet of A4 with marks to cut at */
export async function makeCardPdf(cards: readonly PdfCard[], form: 'card' | 'sheet'): Promise<ArrayBuffer> {
  const pdf = await PDFDocument.create();
  pdf.registerFontkit(fontkit);
  const bytes = await (await fetch(fontUrl)).arrayBuffer();
  // Letters in one piece: a mark that stands apart from its letter is read out of the PDF as another sign.
  const font = await pdf.embedFont(bytes, { subset: true, features: { ccmp: false, liga: false } });
  const places = form === 'card' ? cards.map(() => ownPage(pdf)) : placesOnSheets(pdf, cards.length);
  for (const [index, place] of places.entries()) {
    const one = cards[index];
    if (one !== undefined) await drawCard(pdf, place, font, one);
  }
  // A copy: the library's view may be of a larger buffer.
  return Uint8Array.from(await pdf.save()).buffer;
}

const ownPage = (pdf: PDFDocument): Place => ({
  page: pdf.addPage([CARD.width * MM, CARD.height * MM]),
  x: 0,
  y: 0,
});

function placesOnSheets(pdf: PDFDocument, count: number): Place[] {
  const left = (A4.width - SHEET.columns * CARD.width) / 2;
  const top = (A4.height - SHEET.rows * CARD.height) / 2;
  const places: Place[] = [];
  let page: PDFPage | undefined;
  for (let index = 0; index < count; index++) {
    const onSheet = index % PER_SHEET;
    if (page === undefined || onSheet === 0) {
      page = pdf.addPage([A4.width * MM, A4.height * MM]);
      drawCutMarks(page, left, top);
    }
    const [column, row] = [onSheet % SHEET.columns, Math.floor(onSheet / SHEET.columns)];
    places.push({ page, x: left + column * CARD.width, y: top + row * CARD.height });
  }
  return places;
}

/** Beside the cards, where each cut begins and ends. */
function drawCutMarks(page: PDFPage, left: number, top: number): void {
  const line = (x1: number, y1: number, x2: number, y2: number): void => {
    const point = (x: number, y: number) => ({ x: x * MM, y: (A4.height - y) * MM });
    page.drawLine({ start: point(x1, y1), end: point(x2, y2), thickness: 0.4, color: BLACK });
  };
  const [right, bottom] = [left + SHEET.columns * CARD.width, top + SHEET.rows * CARD.height];
  const [near, far] = [MARK.apart, MARK.apart + MARK.length];
  for (let column = 0; column <= SHEET.columns; column++) {
    const x = left + column * CARD.width;
    line(x, top - far, x, top - near);
    line(x, bottom + near, x, bottom + far);
  }
  for (let row = 0; row <= SHEET.rows; row++) {
    const y = top + row * CARD.height;
    line(left - far, y, left - near, y);
    line(right + near, y, right + far, y);
  }
}

async function drawCard(pdf: PDFDocument, place: Place, font: PDFFont, { card, words }: PdfCard): Promise<void> {
  const { margin, qr, width, height } = CARD;
  drawQr(place, card.text, { x: margin, y: (height - qr) / 2, width: qr, height: qr });
  const x = margin + qr + 2;
  const column = { x, width: width - x - margin };
  drawText(place, font, words.kind, { ...column, y: margin, height: 5 }, 8);
  await drawName(pdf, place, font, card.holder.displayName, { ...column, y: 11, height: 22 });
  drawText(place, font, card.holder.externalId, { ...column, y: 34, height: 8 }, 8);
  drawText(place, font, words.validUntil, { ...column, y: height - margin - 3.5, height: 3.5 }, 7);
}

/** With the white border that a reader needs. */
function drawQr({ page, x, y }: Place, text: string, box: Box): void {
  const rows = qrModules(text);
  const border = 4;
  const module = box.width / (rows.length + 2 * border);
  // Runs a little higher than a row: viewers that smooth edges show white hairlines between rows that only touch.
  const path = rows
    .flatMap((row, line) =>
      runsOf(row).map(([start, length]) => `M${start + border} ${line + border}h${length}v1.04h-${length}z`),
    )
    .join('');
  const upper = page.getHeight() - (y + box.y) * MM;
  page.drawSvgPath(path, { x: (x + box.x) * MM, y: upper, scale: module * MM, color: BLACK, borderWidth: 0 });
}

/** Where dark modules stand side by side: the first, and how many. */
function runsOf(row: readonly boolean[]): [start: number, length: number][] {
  const runs: [number, number][] = [];
  row.forEach((isDark, index) => {
    const last = runs.at(-1);
    if (!isDark) return;
    if (last !== undefined && last[0] + last[1] === index) last[1]++;
    else runs.push([index, 1]);
  });
  return runs;
}

/** In lines from the top, as large as fits. @param most points */
function drawText({ page, x, y }: Place, font: PDFFont, text: string, box: Box, most: number): void {
  const room = { width: box.width * MM, height: box.height * MM };
  const { size, lines } = fitText(text, room, (line) => font.widthOfTextAtSize(line, 1), { most, least: LEAST });
  const top = page.getHeight() - (y + box.y) * MM;
  lines.forEach((line, index) => {
    page.drawText(line, { x: (x + box.x) * MM, y: top - (index * LINE + 1) * size, size, font, color: BLACK });
  });
}

/** A name in a script that the font lacks is drawn by the browser, which has fonts for all of them. */
async function drawName(pdf: PDFDocument, place: Place, font: PDFFont, name: string, box: Box): Promise<void> {
  const known = new Set(font.getCharacterSet());
  if (Array.from(name).every((character) => known.has(character.codePointAt(0) ?? 0))) {
    drawText(place, font, name, box, 11);
    return;
  }
  const picture = await pdf.embedPng(await nameAsPicture(name, box.width / box.height));
  const { page, x, y } = place;
  page.drawImage(picture, {
    x: (x + box.x) * MM,
    y: page.getHeight() - (y + box.y + box.height) * MM,
    width: box.width * MM,
    height: box.height * MM,
  });
}
