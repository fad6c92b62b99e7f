export interface PdfColumn {
  readonly label: string;
  /** How wide beside the others: 2 is twice 1. */
  readonly share: number;
  readonly align?: 'left' | 'right';
}

export interface PdfTable {
  readonly columns: readonly PdfColumn[];
  readonly rows: readonly (readonly string[])[];
  /** Rows below the others, in bold. */
  readonly totals?: readonly (readonly string[])[];
}

/** Whole points a column; the last takes what is left. */
export function fitColumns(columns: readonly PdfColumn[], width: number): number[] {
  const shares = columns.reduce((sum, { share }) => sum + share, 0);
  const widths = columns.map(({ share }) => Math.floor((width * share) / shares));
  const rest = width - widths.reduce((sum, each) => sum + each, 0);
  return widths.map((each, index) => (index === widths.length - 1 ? each + rest : each));
}
