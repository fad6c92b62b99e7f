import { useTranslations } from 'use-intl';

import { SelectField } from '../../ui/field.tsx';
import type { Fold } from './stretch.ts';

interface FoldFieldProps {
  readonly value: Fold;
  readonly fault: string | undefined;
  onChange(fold: Fold): void;
}

/** Asked in the one night of the year in which an hour comes twice. */
export function FoldField({ value, fault, onChange }: FoldFieldProps) {
  const t = useTranslations('time');
  const ui = useTranslations('ui');
  if (value === '' && fault === undefined) return null;
  return (
    <SelectField
      label={t('clocksBack')}
      prompt={ui('choose')}
      options={[
        { value: 'earlier', label: t('foldEarlier') },
        { value: 'later', label: t('foldLater') },
      ]}
      value={value}
      fault={fault}
      onChange={(chosen) => onChange(chosen as Fold)}
    />
  );
}
