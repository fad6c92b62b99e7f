import type { ButtonHTMLAttributes, ReactNode } from 'react';
import { Link } from 'wouter';

type Weight = 'strong' | 'plain' | 'quiet' | 'grave';
type Size = 'normal' | 'small' | 'thumb';

const base =
  'inline-flex items-center justify-center gap-2 rounded font-semibold no-underline whitespace-nowrap select-none ' +
  'transition-colors duration-[var(--quick)] disabled:opacity-55 disabled:cursor-not-allowed border';

const weights: Readonly<Record<Weight, string>> = {
  strong: 'bg-ink text-paper border-ink hover:not-disabled:bg-ink-soft hover:not-disabled:border-ink-soft',
  plain: 'bg-sheet text-ink border-edge hover:not-disabled:border-ink hover:not-disabled:bg-band',
  quiet: 'bg-transparent text-ink border-transparent hover:not-disabled:bg-band',
  grave: 'bg-sheet text-fault border-fault hover:not-disabled:bg-fault-wash',
};

const sizes: Readonly<Record<Size, string>> = {
  normal: 'min-h-[var(--control)] px-4 text-body',
  small: 'min-h-8 px-2.5 text-fine',
  thumb: 'min-h-[var(--thumb)] px-5 text-body',
};

interface Look {
  /** `strong` is the one thing to do here; there is at most one in view. */
  readonly weight?: Weight;
  readonly size?: Size;
}

interface ButtonProps extends ButtonHTMLAttributes<HTMLButtonElement>, Look {
  /** Waits for an answer: says so, and cannot be pressed again. */
  readonly isBusy?: boolean;
}

export function Button({
  weight = 'plain',
  size = 'normal',
  isBusy = false,
  disabled,
  type = 'button',
  className = '',
  children,
  ...rest
}: ButtonProps) {
  return (
    <button
      {...rest}
      type={type}
      disabled={disabled || isBusy}
      aria-busy={isBusy || undefined}
      className={`${base} ${weights[weight]} ${sizes[size]} ${className}`}
    >
      {isBusy ? <Spinner /> : null}
      {children}
    </button>
  );
}

interface ButtonLinkProps extends Look {
  readonly to: string;
  readonly className?: string;
  readonly children: ReactNode;
}

/** A link that carries a decision. */
export function ButtonLink({ to, weight = 'plain', size = 'normal', className = '', children }: ButtonLinkProps) {
  return (
    <Link href={to} className={`${base} ${weights[weight]} ${sizes[size]} ${className}`}>
      {children}
    </Link>
  );
}

function Spinner() {
  return (
    <span
      aria-hidden="true"
      className="size-3.5 rounded-[50%] border-2 border-current border-r-transparent animate-spin motion-reduce:animate-none"
    />
  );
}
