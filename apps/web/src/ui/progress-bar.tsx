import type { ReactNode } from 'react';

/** Browsers draw an empty one as full otherwise. */
const look =
  'h-3 w-full min-w-0 appearance-none border border-ink bg-band [&::-moz-progress-bar]:bg-ink ' +
  '[&::-webkit-progress-bar]:bg-band [&::-webkit-progress-value]:bg-ink';

interface ProgressBarProps {
  /** What is under way. */
  readonly label: string;
  readonly done: number;
  readonly of: number;
  /** The same as a number, in words. */
  readonly children: ReactNode;
}

/** How far long work has come. It tells nobody by itself: whoever shows it says when the work has ended. */
export function ProgressBar({ label, done, of, children }: ProgressBarProps) {
  return (
    <div className="mt-2 flex items-center gap-3">
      <progress max={of} value={done} aria-label={label} className={look} />
      <span className="text-fine whitespace-nowrap tabular-nums">{children}</span>
    </div>
  );
}
