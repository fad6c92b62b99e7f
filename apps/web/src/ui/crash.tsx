import { Component, type ReactNode } from 'react';

import { Button } from './button.tsx';

interface CrashState {
  readonly hasCrashed: boolean;
}

/** What is shown when a screen breaks. A new version of Kontor also lands here: its old chunks are gone. */
export class Crash extends Component<{ readonly children: ReactNode }, CrashState> {
  override state: CrashState = { hasCrashed: false };

  static getDerivedStateFromError(): CrashState {
    return { hasCrashed: true };
  }

  override render(): ReactNode {
    if (!this.state.hasCrashed) return this.props.children;
    return (
      <main className="mx-auto max-w-[var(--measure)] p-6 pt-24">
        <h1 className="text-title">This screen broke</h1>
        <p className="mt-2 text-ink-soft">
          Kontor may have been renewed since you opened it. What you saved is saved; a running timer still runs.
        </p>
        <Button weight="strong" className="mt-6" onClick={() => location.reload()}>
          Reload
        </Button>
      </main>
    );
  }
}
