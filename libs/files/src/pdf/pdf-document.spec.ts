import { extractText, getDocumentProxy } from 'unpdf';

import { writeCsv } from '../write-csv.ts';
import { PdfDocument } from './pdf-document.ts';
import { fitColumns } from './pdf-table.ts';

const about = {
  title: 'Faktura æøå Łódź',
  language: 'nb',
  madeAt: new Date('2026-03-02T09:00:00Z'),
  footer: 'Kontor · Fjord & Co',
  pageOf: (page: number, pages: number) => `Side ${page} av ${pages}`,
};

async function read(bytes: Buffer) {
  const pdf = await getDocumentProxy(new Uint8Array(bytes));
  const { text } = await extractText(pdf, { mergePages: false });
  return { pdf, pages: text };
}

test('a long table breaks over pages, its head on each, and every page says its number', async () => {
  const rows = Array.from({ length: 120 }, (_, i) => [`Linje ${i + 1}`, `$${i}.00`]);
  const columns = [
    { label: 'Hva det er', share: 3 },
    { label: 'Beløp', share: 1, align: 'right' as const },
  ];
  const bytes = await new PdfDocument(about)
    .heading('Linjer')
    .table({ columns, rows, totals: [['Sum', '$9']] })
    .finish();
  const { pages } = await read(bytes);

  expect(pages.length).toBeGreaterThan(2);
  for (const [index, page] of pages.entries()) {
    expect(page).toContain('Hva det er');
    expect(page).toContain(`Side ${index + 1} av ${pages.length}`);
  }
  const whole = pages.join(' ').replace(/\s+/g, ' ');
  for (const [label, amount] of rows) expect(whole).toContain(`${label} ${amount}`);
});

test('it says its title and language, is tagged, and every font is embedded', async () => {
  const bytes = await new PdfDocument(about)
    .paragraph('Ærlig talt: Łukasz, Ştefan, Zoë')
    .facts([['Betalt', 'ja']])
    .finish();
  const { pdf, pages } = await read(bytes);
  const { info } = await pdf.getMetadata();
  expect(info).toMatchObject({ Title: 'Faktura æøå Łódź', Language: 'nb' });
  expect(await pdf.getMarkInfo()).toMatchObject({ Marked: true });
  expect(pages.join('')).toContain('Łukasz, Ştefan, Zoë');
  const page = await pdf.getPage(1);
  const tree = JSON.stringify(await page.getStructTree());
  for (const role of ['Document', 'H1', 'Table', 'TR', 'TH', 'TD', '"P"']) expect(tree).toContain(role);
  expect(bytes.includes('Helvetica')).toBe(false);
});

test('columns are whole points that fill the width', () => {
  const widths = fitColumns(
    [
      { label: 'a', share: 1 },
      { label: 'b', share: 1 },
      { label: 'c', share: 1 },
    ],
    100,
  );
  expect(widths).toEqual([33, 33, 34]);
});

test('a cell cannot become a formula, and quotes and commas stay what they are', () => {
  const csv = writeCsv(
    ['who', 'cents'],
    [
      ['=HYPERLINK("x")', -5],
      ['Smith, "Bo"', null],
    ],
  ).toString('utf8');
  expect(csv).toBe(`\uFEFFwho,cents\r\n"'=HYPERLINK(""x"")",-5\r\n"Smith, ""Bo""",\r\n`);
});
