import { type FormEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import { Link } from 'wouter';

import { ApiError } from '../api/api-error.ts';
import { inReadersWords } from '../api/faults.ts';
import { useIdempotencyKey } from '../api/idempotency.ts';
import { explain } from '../api/problems.ts';
import { translator } from '../i18n/spoken.ts';
import { draftOf, forgetDraft, useKept } from './draft.ts';

// Before any schema is loaded: zod would try to compile its checks, which the content security policy refuses aloud.
Object.assign(globalThis, { __zod_globalConfig: { jitless: true } });

/** What a schema of `@app/wire` answers; the schemas themselves come in a chunk of their own, when a form is sent. */
interface Schema {
  safeParse(value: unknown): { success: boolean; error?: { issues: readonly SchemaIssue[] } };
}

interface SchemaIssue {
  readonly code?: string;
  readonly path: readonly PropertyKey[];
  readonly message: string;
  readonly origin?: string;
  readonly minimum?: number | bigint;
  readonly maximum?: number | bigint;
}

interface FormOptions<Values extends object> {
  readonly initial: Values;
  /** The request that these values are; throws `FieldFaults` for what cannot even be read. */
  request?(values: Values): unknown;
  /** The schema that the api validates with. */
  schema?(): Promise<Schema>;
  /** Sends it. The key stays the same while the same request is tried again. */
  send(request: never, idempotencyKey: string): Promise<void>;
  /** Under this name, what was typed is kept in this browser until it is sent. Never where a secret is typed. */
  readonly draft?: string;
}

/** Faults found while reading the form, by field. */
export class FieldFaults extends Error {
  constructor(readonly fields: Readonly<Record<string, string>>) {
    super('Some fields are not right');
  }
}

export interface FormState<Values extends object> {
  readonly values: Values;
  readonly faults: Readonly<Record<string, string>>;
  readonly problem: unknown;
  readonly isBusy: boolean;
  /** How often it was refused: each time the first fault gets the focus. */
  readonly failures: number;
  /** What was typed another time and not sent stands in it again. */
  readonly isRestored: boolean;
  startAfresh(): void;
  set<Key extends keyof Values>(field: Key, value: Values[Key]): void;
  replace(values: Values): void;
  submit(event?: FormEvent): Promise<boolean>;
  fail(error: unknown): void;
  /** For a control whose value is text. */
  text(field: TextKeys<Values>): TextBinding;
}

interface TextBinding {
  readonly name: string;
  readonly value: string;
  readonly fault: string | undefined;
  onChange(value: string): void;
}

type TextKeys<Values> = { [Key in keyof Values]: Values[Key] extends string ? Key : never }[keyof Values] & string;

/** A form that keeps what was typed, shows each fault at its field and may be sent again after any failure. */
export function useForm<Values extends object>(options: FormOptions<Values>): FormState<Values> {
  const [restored, setRestored] = useState(() => draftOf<Values>(options.draft));
  const [values, setValues] = useState<Values>(() => ({ ...options.initial, ...restored }));
  const [isTouched, setTouched] = useState(false);
  const [faults, setFaults] = useState<Readonly<Record<string, string>>>({});
  const [problem, setProblem] = useState<unknown>(null);
  const [isBusy, setBusy] = useState(false);
  const [failures, setFailures] = useState(0);
  const { keyFor, done } = useIdempotencyKey();
  useKept(isTouched ? options.draft : undefined, values);

  const fail = (error: unknown) => {
    setFailures((count) => count + 1);
    if (error instanceof FieldFaults) return setFaults(error.fields);
    if (error instanceof ApiError) {
      setFaults(Object.fromEntries(Object.entries(error.fields).map(([field, said]) => [field, inReadersWords(said)])));
    }
    setProblem(error);
  };

  const submit = async (event?: FormEvent) => {
    event?.preventDefault();
    if (isBusy) return false;
    setBusy(true);
    setProblem(null);
    setFaults({});
    try {
      const request = options.request ? options.request(values) : values;
      if (options.schema) assertFits(await options.schema(), request);
      await options.send(request as never, keyFor(request));
      done();
      setTouched(false);
      setRestored(null);
      forgetDraft(options.draft);
      return true;
    } catch (error) {
      fail(error);
      return false;
    } finally {
      setBusy(false);
    }
  };

  const set = <Key extends keyof Values>(field: Key, value: Values[Key]) => {
    setTouched(true);
    setValues((current) => ({ ...current, [field]: value }));
    setFaults((current) => {
      if (!(field in current)) return current;
      const { [field as string]: _mended, ...rest } = current;
      return rest;
    });
  };
  const text = (field: TextKeys<Values>) => ({
    name: field,
    value: values[field] as string,
    fault: faults[field],
    onChange: (value: string) => set(field, value as Values[TextKeys<Values>]),
  });

  const replace = (next: Values) => {
    setTouched(true);
    setValues(next);
  };
  const startAfresh = () => {
    forgetDraft(options.draft);
    setTouched(false);
    setRestored(null);
    setFaults({});
    setProblem(null);
    setValues(options.initial);
  };

  const isRestored = restored !== null;
  return { values, faults, problem, isBusy, failures, isRestored, startAfresh, set, replace, submit, fail, text };
}

interface FormProps<Values extends object> {
  readonly form: FormState<Values>;
  readonly className?: string;
  /** Fields that show their own fault; whatever else is refused is listed above the form. */
  readonly shows?: readonly string[];
  readonly children: ReactNode;
}

export function Form<Values extends object>({ form, className = '', shows = [], children }: FormProps<Values>) {
  const ref = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (form.failures > 0) ref.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [form.failures]);
  const shown = new Set([...Object.keys(form.values), ...shows]);
  const others = Object.entries(form.faults).filter(([field]) => !shown.has(field));
  return (
    <form ref={ref} noValidate onSubmit={(event) => void form.submit(event)}>
      <div aria-live="polite">
        {form.problem !== null || others.length > 0 ? (
          <div className="mb-4">
            <ProblemNote error={form.problem} others={others} />
          </div>
        ) : null}
      </div>
      {form.isRestored ? <Restored onStartAfresh={form.startAfresh} /> : null}
      <div className={className}>{children}</div>
    </form>
  );
}

function Restored({ onStartAfresh }: { onStartAfresh(): void }) {
  const t = useTranslations('ui');
  return (
    <p className="mb-4 flex flex-wrap items-center justify-between gap-x-4 gap-y-1 bg-band px-3 py-2 text-fine">
      <span>{t('restored')}</span>
      <button type="button" onClick={onStartAfresh} className="min-h-6 font-semibold underline underline-offset-2">
        {t('startAfresh')}
      </button>
    </p>
  );
}

/** What was refused, in a sentence, and what to do next. */
export function ProblemNote({
  error,
  others = [],
}: {
  readonly error: unknown;
  readonly others?: readonly [string, string][];
}) {
  const t = useTranslations('ui');
  const { says, next, link } =
    error === null ? { says: t('somethingWrong'), next: undefined, link: undefined } : explain(error);
  return (
    <div className="border-l-4 border-fault bg-fault-wash px-3 py-2 text-ink">
      <p className="font-semibold">{says}</p>
      {next ? (
        <p>
          {next} {link ? <Link href={link.to}>{link.label}</Link> : null}
        </p>
      ) : null}
      {others.length > 0 ? (
        <ul className="mt-1 list-disc pl-5 text-fine">
          {others.map(([field, message]) => (
            <li key={field}>
              {field}: {message}
            </li>
          ))}
        </ul>
      ) : null}
    </div>
  );
}

function assertFits(schema: Schema, request: unknown): void {
  const result = schema.safeParse(request);
  if (result.success || !result.error) return;
  const faults: Record<string, string> = {};
  for (const issue of result.error.issues) faults[issue.path.map(String).join('.')] ??= inWords(issue);
  throw new FieldFaults(faults);
}

/** What a schema says, in the reader's words: its own, or for the check that it failed. */
function inWords({ code, message, origin, minimum, maximum }: SchemaIssue): string {
  const t = translator('faults');
  const isOwn = !/^(Too |Invalid |Unrecognized )/.test(message);
  if (isOwn) return inReadersWords(message);
  const isText = origin === 'string';
  if (code === 'too_small' && isText && Number(minimum) <= 1) return t('required');
  if (code === 'too_small' && origin === 'array') return t('chooseOne');
  if (code === 'too_small') return t(isText ? 'charactersOrMore' : 'atLeast', { count: Number(minimum) });
  if (code === 'too_big') return t(isText ? 'charactersOrFewer' : 'atMost', { count: Number(maximum) });
  return t('notRight');
}
