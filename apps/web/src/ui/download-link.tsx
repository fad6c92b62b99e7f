import { Download } from 'lucide-react';
import type { ReactNode } from 'react';

interface DownloadLinkProps {
  /** Of the api: what it answers is saved and never shown. */
  readonly to: string;
  readonly isStrong?: boolean;
  onClick?(): void;
  readonly children: ReactNode;
}

/** A file to be saved. */
export function DownloadLink({ to, isStrong = false, onClick, children }: DownloadLinkProps) {
  const look = isStrong
    ? 'border-ink bg-ink text-paper hover:bg-ink-soft'
    : 'border-edge bg-sheet text-ink hover:border-ink hover:bg-band';
  return (
    <a
      href={to}
      download
      onClick={onClick}
      className={`inline-flex min-h-[var(--control)] items-center justify-center gap-2 rounded border px-4 font-semibold no-underline ${look}`}
    >
      <Download aria-hidden="true" className="size-4" />
      {children}
    </a>
  );
}
