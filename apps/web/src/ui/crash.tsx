import { Component, type ReactNode } from 'react';
import { useTranslations } from 'use-intl';

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
    return <Broken />;
  }
}

function Broken() {
  const t = useTranslations('ui');
  return (
    <main className="mx-auto max-w-[var(--measure)] p-6 pt-24">
      <h1 className="text-title">{t('crashTitle')}</h1>
      <p className="mt-2 text-ink-soft">{t('crashText')}</p>
      <Button weight="strong" className="mt-6" onClick={() => location.reload()}>
        {t('reload')}
      </Button>
    </main>
  );
}
