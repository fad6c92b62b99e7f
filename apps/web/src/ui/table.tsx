import type { ReactNode } from 'react';

interface Column<Row> {
  readonly key: string;
  readonly label: string;
  /** Numbers stand under each other, to the right. */
  readonly isNumber?: boolean;
  /** The row's name. */
  readonly isHeading?: boolean;
  /** On a phone: left out of the cards that rows become. */
  readonly isHiddenOnPhone?: boolean;
  /** Its label is for screen readers alone. */
  readonly hasHiddenLabel?: boolean;
  readonly className?: string;
  render(row: Row): ReactNode;
}

interface TableProps<Row> {
  readonly caption: string;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  rowKey(row: Row): string;
  readonly foot?: ReactNode;
}

/** Ruled rows. At phone width a row becomes a small card of labelled lines: nothing scrolls sideways. */
export function Table<Row>({ caption, columns, rows, rowKey, foot }: TableProps<Row>) {
  return (
    <table className="w-full border-collapse max-sm:block">
      <caption className="sr-only">{caption}</caption>
      <thead className="max-sm:sr-only">
        <tr className="border-b border-rule text-fine text-ink-faint">
          {columns.map((column) => (
            <th
              key={column.key}
              scope="col"
              className={`pt-0.5 pb-1.5 font-normal not-last:pr-4 ${column.isNumber ? 'text-right' : 'text-left'} ${column.className ?? ''}`}
            >
              {column.hasHiddenLabel ? <span className="sr-only">{column.label}</span> : column.label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody className="max-sm:block">
        {rows.map((row) => (
          <tr
            key={rowKey(row)}
            className="border-b border-rule align-baseline hover:bg-band max-sm:flex max-sm:flex-col max-sm:py-3"
          >
            {columns.map((column) => (
              <Cell key={column.key} column={column} row={row} />
            ))}
          </tr>
        ))}
      </tbody>
      {foot ? <tfoot className="max-sm:block">{foot}</tfoot> : null}
    </table>
  );
}

function Cell<Row>({ column, row }: { readonly column: Column<Row>; readonly row: Row }) {
  const content = column.render(row);
  const phone = column.isHiddenOnPhone
    ? 'max-sm:hidden'
    : column.isHeading
      ? 'max-sm:order-first max-sm:block max-sm:pb-1'
      : 'max-sm:flex max-sm:items-baseline max-sm:justify-between max-sm:gap-4 max-sm:py-0.5';
  const className = `py-2.5 not-last:pr-4 max-sm:pr-0! ${column.isNumber ? 'sm:text-right' : ''} ${phone} ${column.className ?? ''}`;
  if (column.isHeading) {
    return (
      <th scope="row" className={`text-left font-semibold ${className}`}>
        {content}
      </th>
    );
  }
  return (
    <td className={className}>
      {column.hasHiddenLabel ? null : (
        <span aria-hidden="true" className="flex-none text-fine text-ink-faint sm:hidden">
          {column.label}
        </span>
      )}
      <span className="max-sm:text-right">{content}</span>
    </td>
  );
}
