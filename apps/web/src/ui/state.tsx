import type { ReactNode } from 'react';

export type Tone = 'running' | 'settled' | 'waiting' | 'fault' | 'idle';

const tones: Readonly<Record<Tone, string>> = {
  running: 'bg-wet-wash text-wet',
  settled: 'bg-settled-wash text-settled',
  waiting: 'bg-waiting-wash text-waiting',
  fault: 'bg-fault-wash text-fault',
  idle: 'bg-band text-ink-soft',
};

/** Where a thing stands, in a word with a shape: never by colour alone. */
export function State({ tone, children }: { readonly tone: Tone; readonly children: ReactNode }) {
  return (
    <span
      className={`inline-flex items-center gap-1.5 px-2 py-0.5 text-fine font-semibold whitespace-nowrap ${tones[tone]}`}
    >
      <Shape tone={tone} />
      {children}
    </span>
  );
}

function Shape({ tone }: { readonly tone: Tone }) {
  return (
    <svg viewBox="0 0 10 10" aria-hidden="true" className={`size-2.5 flex-none ${tone === 'running' ? 'wet-dot' : ''}`}>
      {tone === 'running' ? <circle cx="5" cy="5" r="4.5" fill="currentColor" /> : null}
      {tone === 'settled' ? <path d="M1 5.5 4 8.5 9 1.5" fill="none" stroke="currentColor" strokeWidth="2" /> : null}
      {tone === 'waiting' ? (
        <>
          <circle cx="5" cy="5" r="4" fill="none" stroke="currentColor" strokeWidth="1.6" />
          <path d="M5 1a4 4 0 0 1 0 8z" fill="currentColor" />
        </>
      ) : null}
      {tone === 'fault' ? <path d="M5 0.5 9.8 9.5H.2z" fill="currentColor" /> : null}
      {tone === 'idle' ? (
        <rect x="1" y="1" width="8" height="8" fill="none" stroke="currentColor" strokeWidth="1.6" />
      ) : null}
    </svg>
  );
}
