import { SelectField } from '../../ui/field.tsx';
import type { Fold } from './stretch.ts';

interface FoldFieldProps {
  readonly value: Fold;
  readonly fault: string | undefined;
  onChange(fold: Fold): void;
}

/** Asked in the one night of the year in which an hour comes twice. */
export function FoldField({ value, fault, onChange }: FoldFieldProps) {
  if (value === '' && fault === undefined) return null;
  return (
    <SelectField
      label="The clocks went back that night"
      prompt="Choose"
      options={[
        { value: 'earlier', label: 'The first time, before they went back' },
        { value: 'later', label: 'The second time' },
      ]}
      value={value}
      fault={fault}
      onChange={(chosen) => onChange(chosen as Fold)}
    />
  );
}
