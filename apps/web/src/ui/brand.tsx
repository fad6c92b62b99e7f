/** The mark: a K of three strokes, the last still wet. */
function Mark({ className = 'size-7' }: { readonly className?: string }) {
  return (
    <svg viewBox="0 0 32 32" aria-hidden="true" className={className}>
      <rect width="32" height="32" fill="var(--ink)" />
      <path d="M8 6v20" stroke="var(--paper)" strokeWidth="4" />
      <path d="M13 17 24 7" stroke="var(--paper)" strokeWidth="4" />
      <path d="m14 15 10 11" stroke="light-dark(#9db1ff, #1c40d6)" strokeWidth="4" />
    </svg>
  );
}

export function Brand() {
  return (
    <span className="inline-flex items-center gap-2.5 text-lead font-extrabold tracking-tight">
      <Mark />
      Kontor
    </span>
  );
}
