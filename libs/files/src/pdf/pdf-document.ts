import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { buffer } from 'node:stream/consumers';

import Pdf from 'pdfkit';

import { fitColumns, type PdfTable } from './pdf-table.ts';

const MARGIN = 52;
const FOOT = 40;
const INK = '#1a1a1a';
const QUIET = '#5c5c5c';
const RULE = '#c8c8c8';
const ROW_GAP = 5;
const SIZES = { title: 19, heading: 12.5, text: 9.5, small: 8 } as const;
const LABEL_WIDTH = 130;

const fonts = {
  plain: readFont('DejaVuSans.ttf'),
  bold: readFont('DejaVuSans-Bold.ttf'),
};

export interface PdfAbout {
  readonly title: string;
  /** The language of its words, such as `en` or `nb`. */
  readonly language: string;
  readonly madeAt: Date;
  /** Beside the page numbers, on every page: what this is and whose. */
  readonly footer: string;
  /** `Page 2 of 5`, in that language. */
  readonly pageOf: (page: number, pages: number) => string;
}

/**
 * A document on A4 that reads aloud: title and language are said, headings and tables are tagged, fonts are embedded.
 * Write it from top to bottom, then `finish()`.
 */
export class PdfDocument {
  readonly #pdf: PDFKit.PDFDocument;
  readonly #bytes: Promise<Buffer>;
  readonly #about: PdfAbout;
  readonly #whole: PDFKit.PDFStructureElement;

  constructor(about: PdfAbout) {
    this.#about = about;
    this.#pdf = new Pdf({
      size: 'A4',
      margins: { top: MARGIN, left: MARGIN, right: MARGIN, bottom: MARGIN + FOOT },
      pdfVersion: '1.7',
      subset: 'PDF/UA' as 'PDF/A-2a', // Known to pdfkit, not yet to its types.
      tagged: true,
      lang: about.language,
      displayTitle: true,
      bufferPages: true,
      info: { Title: about.title, Author: 'Kontor', Creator: 'Kontor', CreationDate: about.madeAt },
      font: fonts.plain as unknown as string, // Its own default is not embedded, and cannot write most names.
    });
    this.#bytes = buffer(this.#pdf);
    this.#pdf.registerFont('plain', fonts.plain).registerFont('bold', fonts.bold);
    this.#whole = this.#pdf.struct('Document', { title: about.title, lang: about.language });
    this.#pdf.addStructure(this.#whole);
    this.#write('H1', 'bold', SIZES.title, INK, about.title);
    this.#pdf.y += 6;
  }

  heading(text: string): this {
    this.#pdf.y += 14;
    this.#makeRoom(60); // Never alone at the foot of a page.
    this.#write('H2', 'bold', SIZES.heading, INK, text);
    this.#pdf.y += 5;
    return this;
  }

  paragraph(text: string, { quiet = false } = {}): this {
    this.#makeRoom(this.#pdf.font('plain').fontSize(SIZES.text).heightOfString(text, { width: this.#width }));
    this.#write('P', 'plain', SIZES.text, quiet ? QUIET : INK, text);
    this.#pdf.y += 4;
    return this;
  }

  /** What is said of one thing: label and value, a line each. */
  facts(facts: readonly (readonly [label: string, value: string])[]): this {
    const table = this.#begin('Table');
    for (const [label, value] of facts) {
      const height = this.#heightOf([value], [this.#width - LABEL_WIDTH], 'plain');
      this.#makeRoom(height);
      const row = this.#begin('TR', table);
      const top = this.#pdf.y;
      this.#cell(row, 'TH', label, MARGIN, top, LABEL_WIDTH - 8, 'left', 'plain', QUIET);
      this.#cell(row, 'TD', value, MARGIN + LABEL_WIDTH, top, this.#width - LABEL_WIDTH, 'left', 'plain', INK);
      row.end();
      this.#pdf.y = top + height + 3;
    }
    table.end();
    this.#backToMargin();
    return this;
  }

  /** Breaks between rows; the head stands again on every page. */
  table(given: PdfTable): this {
    const widths = fitColumns(given.columns, this.#width);
    const table = this.#begin('Table');
    this.#makeRoom(70);
    this.#head(given, widths, table);
    for (const cells of given.rows) this.#row(given, widths, table, cells, 'plain');
    for (const cells of given.totals ?? []) this.#row(given, widths, table, cells, 'bold');
    table.end();
    this.#backToMargin();
    this.#pdf.y += 4;
    return this;
  }

  /** A picture, no wider than the page and no higher than half of it. `says` is what it shows, for who cannot see it. */
  picture(bytes: Buffer, says: string): this {
    const fit: [number, number] = [this.#width, 340];
    this.#makeRoom(350);
    const figure = this.#pdf.struct('Figure', { alt: says });
    this.#whole.add(figure);
    const content = this.#pdf.markStructureContent('Figure');
    this.#pdf.image(bytes, MARGIN, this.#pdf.y, { fit });
    this.#pdf.endMarkedContent();
    figure.add(content);
    figure.end();
    this.#pdf.y += 8;
    return this;
  }

  /** The whole file. Nothing can be written after. */
  finish(): Promise<Buffer> {
    this.#whole.end();
    this.#numberPages();
    this.#pdf.end();
    return this.#bytes;
  }

  get #width(): number {
    return this.#pdf.page.width - 2 * MARGIN;
  }

  get #bottom(): number {
    return this.#pdf.page.height - MARGIN - FOOT;
  }

  #write(tag: string, font: 'plain' | 'bold', size: number, colour: string, text: string): void {
    const element = this.#begin(tag);
    this.#pdf.font(font).fontSize(size).fillColor(colour);
    const content = this.#pdf.markStructureContent(tag);
    this.#pdf.text(text, MARGIN, this.#pdf.y, { width: this.#width });
    this.#pdf.endMarkedContent();
    element.add(content);
    element.end();
  }

  #head(table: PdfTable, widths: readonly number[], into: PDFKit.PDFStructureElement, isRepeated = false): void {
    const labels = table.columns.map(({ label }) => label);
    const height = this.#heightOf(labels, widths, 'bold');
    const top = this.#pdf.y;
    // Said once: on later pages the head is drawn for the eye alone.
    const row = isRepeated ? undefined : this.#begin('TR', into);
    this.#cells(table, widths, labels, row, 'TH', top, 'bold', QUIET);
    row?.end();
    this.#rule(top + height + 2);
    this.#pdf.y = top + height + ROW_GAP + 2;
  }

  #row(
    table: PdfTable,
    widths: readonly number[],
    into: PDFKit.PDFStructureElement,
    cells: readonly string[],
    font: 'plain' | 'bold',
  ): void {
    const height = this.#heightOf(cells, widths, font);
    if (this.#makeRoom(height + ROW_GAP)) this.#head(table, widths, into, true);
    const top = this.#pdf.y;
    const row = this.#begin('TR', into);
    this.#cells(table, widths, cells, row, 'TD', top, font, INK);
    row.end();
    this.#rule(top + height + 2);
    this.#pdf.y = top + height + ROW_GAP;
  }

  #cells(
    { columns }: PdfTable,
    widths: readonly number[],
    cells: readonly string[],
    row: PDFKit.PDFStructureElement | undefined,
    tag: 'TH' | 'TD',
    top: number,
    font: 'plain' | 'bold',
    colour: string,
  ): void {
    let left = MARGIN;
    for (const [index, column] of columns.entries()) {
      const width = widths[index] ?? 0;
      this.#cell(row, tag, cells[index] ?? '', left, top, width - 8, column.align ?? 'left', font, colour);
      left += width;
    }
  }

  #cell(
    row: PDFKit.PDFStructureElement | undefined,
    tag: 'TH' | 'TD',
    text: string,
    left: number,
    top: number,
    width: number,
    align: 'left' | 'right',
    font: 'plain' | 'bold',
    colour: string,
  ): void {
    this.#pdf.font(font).fontSize(SIZES.small).fillColor(colour);
    if (!row) {
      this.#artifact(() => this.#pdf.text(text, left, top, { width, align }));
      return;
    }
    const cell = this.#begin(tag, row);
    const content = this.#pdf.markStructureContent(tag);
    this.#pdf.text(text, left, top, { width, align });
    this.#pdf.endMarkedContent();
    cell.add(content);
    cell.end();
  }

  #begin(tag: string, parent: PDFKit.PDFStructureElement = this.#whole): PDFKit.PDFStructureElement {
    const element = this.#pdf.struct(tag);
    parent.add(element);
    return element;
  }

  #heightOf(cells: readonly string[], widths: readonly number[], font: 'plain' | 'bold'): number {
    this.#pdf.font(font).fontSize(SIZES.small);
    return Math.max(...cells.map((text, i) => this.#pdf.heightOfString(text || ' ', { width: (widths[i] ?? 0) - 8 })));
  }

  /** True: a new page began. */
  #makeRoom(height: number): boolean {
    if (this.#pdf.y + height <= this.#bottom) return false;
    this.#pdf.addPage();
    return true;
  }

  #rule(y: number): void {
    this.#artifact(() =>
      this.#pdf
        .moveTo(MARGIN, y)
        .lineTo(MARGIN + this.#width, y)
        .lineWidth(0.5)
        .strokeColor(RULE)
        .stroke(),
    );
  }

  #artifact(draw: () => void): void {
    this.#pdf.markContent('Artifact', { type: 'Layout' });
    draw();
    this.#pdf.endMarkedContent();
  }

  #backToMargin(): void {
    this.#pdf.x = MARGIN;
  }

  #numberPages(): void {
    const { count } = this.#pdf.bufferedPageRange();
    for (let page = 0; page < count; page++) {
      this.#pdf.switchToPage(page);
      const y = this.#pdf.page.height - MARGIN - 4;
      this.#pdf.page.margins.bottom = 0; // Below it pdfkit would begin another page.
      this.#pdf.font('plain').fontSize(SIZES.small).fillColor(QUIET);
      this.#artifact(() => {
        this.#pdf.text(this.#about.footer, MARGIN, y, { width: this.#width - 90, lineBreak: false, ellipsis: true });
        const number = this.#about.pageOf(page + 1, count);
        this.#pdf.text(number, MARGIN + this.#width - 90, y, { width: 90, align: 'right', lineBreak: false });
      });
    }
  }
}

function readFont(name: string): Buffer {
  return readFileSync(createRequire(import.meta.url).resolve(`dejavu-fonts-ttf/ttf/${name}`));
}
