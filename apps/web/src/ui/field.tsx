import {
  type InputHTMLAttributes,
  type ReactNode,
  type SelectHTMLAttributes,
  type TextareaHTMLAttributes,
  useId,
} from 'react';
import { useTranslations } from 'use-intl';

interface FieldProps {
  readonly label: string;
  /** Said before anything goes wrong. */
  readonly help?: ReactNode;
  readonly fault?: string | undefined;
  readonly isOptional?: boolean;
  readonly className?: string;
}

interface Wiring {
  readonly id: string;
  readonly 'aria-invalid': true | undefined;
  readonly 'aria-describedby': string | undefined;
}

const control =
  'w-full min-w-0 rounded border border-edge bg-sheet px-3 text-ink placeholder:text-ink-faint ' +
  'hover:border-ink aria-invalid:border-fault aria-invalid:border-2 disabled:opacity-60';

/** A label, its control, and under it what is wrong or what helps. */
function Field({
  label,
  help,
  fault,
  isOptional = false,
  className = '',
  children,
}: FieldProps & { readonly children: (wiring: Wiring) => ReactNode }) {
  const t = useTranslations('ui');
  const id = useId();
  const notes = [fault ? `${id}-fault` : '', help ? `${id}-help` : ''].filter(Boolean).join(' ');
  return (
    <div className={`min-w-0 ${className}`}>
      <label htmlFor={id} className="mb-1 block text-fine font-semibold">
        {label}
        {isOptional ? <span className="font-normal text-ink-faint"> {t('optional')}</span> : null}
      </label>
      {children({ id, 'aria-invalid': fault ? true : undefined, 'aria-describedby': notes || undefined })}
      {fault ? <Fault id={`${id}-fault`}>{fault}</Fault> : null}
      {help ? (
        <p id={`${id}-help`} className="mt-1 text-fine text-ink-faint">
          {help}
        </p>
      ) : null}
    </div>
  );
}

export function Fault({ id, children }: { readonly id?: string; readonly children: ReactNode }) {
  return (
    <p id={id} className="mt-1 flex gap-1.5 text-fine font-semibold text-fault">
      <span aria-hidden="true">▲</span>
      <span>{typeof children === 'string' ? sentence(children) : children}</span>
    </p>
  );
}

type TextProps = FieldProps &
  Omit<InputHTMLAttributes<HTMLInputElement>, 'onChange' | 'value' | 'className'> & {
    readonly value: string;
    onChange(value: string): void;
    /** Stands inside the control, before or after what is typed: `$`, `/h`. */
    readonly before?: string;
    readonly after?: string;
  };

export function TextField({ label, help, fault, isOptional, className, before, after, onChange, ...rest }: TextProps) {
  return (
    <Field {...fieldProps({ label, help, fault, isOptional, className })}>
      {(wiring) => (
        <span className="relative block">
          {before ? <Affix side="left-3">{before}</Affix> : null}
          <input
            {...rest}
            {...wiring}
            required={rest.required}
            onChange={(event) => onChange(event.target.value)}
            className={`${control} min-h-[var(--control)] ${before ? 'pl-7' : ''} ${after ? 'pr-12' : ''}`}
          />
          {after ? <Affix side="right-3">{after}</Affix> : null}
        </span>
      )}
    </Field>
  );
}

function Affix({ side, children }: { readonly side: string; readonly children: string }) {
  return (
    <span
      aria-hidden="true"
      className={`pointer-events-none absolute inset-y-0 flex items-center text-ink-faint ${side}`}
    >
      {children}
    </span>
  );
}

type AreaProps = FieldProps &
  Omit<TextareaHTMLAttributes<HTMLTextAreaElement>, 'onChange' | 'value' | 'className'> & {
    readonly value: string;
    onChange(value: string): void;
  };

export function TextArea({ label, help, fault, isOptional, className, onChange, rows = 4, ...rest }: AreaProps) {
  return (
    <Field {...fieldProps({ label, help, fault, isOptional, className })}>
      {(wiring) => (
        <textarea
          {...rest}
          {...wiring}
          rows={rows}
          onChange={(event) => onChange(event.target.value)}
          className={`${control} block py-2`}
        />
      )}
    </Field>
  );
}

export interface Option {
  readonly value: string;
  readonly label: string;
}

type SelectProps = FieldProps &
  Omit<SelectHTMLAttributes<HTMLSelectElement>, 'onChange' | 'value' | 'className'> & {
    readonly value: string;
    readonly options: readonly Option[];
    /** Shown until something is chosen. */
    readonly prompt?: string;
    onChange(value: string): void;
  };

export function SelectField({
  label,
  help,
  fault,
  isOptional,
  className,
  options,
  prompt,
  onChange,
  ...rest
}: SelectProps) {
  return (
    <Field {...fieldProps({ label, help, fault, isOptional, className })}>
      {(wiring) => (
        <select
          {...rest}
          {...wiring}
          onChange={(event) => onChange(event.target.value)}
          className={`${control} min-h-[var(--control)] pr-2`}
        >
          {prompt === undefined ? null : (
            <option value="" disabled>
              {prompt}
            </option>
          )}
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}

interface ChoicesProps {
  readonly legend: string;
  readonly help?: ReactNode;
  readonly fault?: string | undefined;
  readonly options: readonly Option[];
  readonly chosen: readonly string[];
  onChange(chosen: string[]): void;
  readonly className?: string;
}

/** Any number of a few things, each a box to tick. */
export function Choices({ legend, help, fault, options, chosen, onChange, className = '' }: ChoicesProps) {
  const id = useId();
  const toggle = (value: string) =>
    onChange(chosen.includes(value) ? chosen.filter((other) => other !== value) : [...chosen, value]);
  return (
    <fieldset className={`min-w-0 ${className}`} aria-describedby={fault ? `${id}-fault` : undefined}>
      <legend className="mb-1 text-fine font-semibold">{legend}</legend>
      {help ? <p className="mb-2 text-fine text-ink-faint">{help}</p> : null}
      <div className="flex flex-wrap gap-2">
        {options.map(({ value, label }) => (
          <label
            key={value}
            className="inline-flex min-h-9 items-center gap-2 rounded border border-edge bg-sheet px-2.5 text-fine hover:border-ink has-checked:border-ink has-checked:bg-band has-focus-visible:outline-3 has-focus-visible:outline-offset-2 has-focus-visible:outline-wet"
          >
            <input type="checkbox" className="size-4" checked={chosen.includes(value)} onChange={() => toggle(value)} />
            {label}
          </label>
        ))}
      </div>
      {fault ? <Fault id={`${id}-fault`}>{fault}</Fault> : null}
    </fieldset>
  );
}

function fieldProps({
  label,
  help,
  fault,
  isOptional,
  className,
}: { [Key in keyof FieldProps]: FieldProps[Key] | undefined }): FieldProps {
  return {
    label: label ?? '',
    fault,
    ...(help === undefined ? {} : { help }),
    ...(isOptional === undefined ? {} : { isOptional }),
    ...(className === undefined ? {} : { className }),
  };
}

/** `must have 12 characters` as it stands alone under a field. */
function sentence(message: string): string {
  const text = message.charAt(0).toUpperCase() + message.slice(1);
  return /[.?!]$/.test(text) ? text : `${text}.`;
}
