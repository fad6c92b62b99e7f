import { useTranslations } from 'use-intl';

import { TextField } from '../../ui/field.tsx';
import { wholeMinutes } from './minutes.ts';

interface PartFieldProps {
  readonly label: string;
  readonly value: string;
  readonly fault: string | undefined;
  /** Seconds there are. */
  readonly most: number;
  onChange(value: string): void;
}

/** A part of a line, in minutes. */
export function PartField({ label, value, fault, most, onChange }: PartFieldProps) {
  const t = useTranslations('disputes');
  return (
    <TextField
      label={label}
      inputMode="numeric"
      autoComplete="off"
      after={t('minutesUnit')}
      value={value}
      fault={fault}
      help={t('ofMinutes', { minutes: String(wholeMinutes(most)) })}
      onChange={onChange}
      className="max-w-44"
    />
  );
}
