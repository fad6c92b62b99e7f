import './styles/base.css';

import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';

import { App, loadFirst } from './app.tsx';
import { likelyLanguage } from './i18n/languages.ts';
import { loadMessages } from './i18n/load-messages.ts';

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root');
// Not awaited here: what is fetched imports this file's chunk, and would wait for it for ever.
void open(root);

async function open(at: HTMLElement): Promise<void> {
  const language = likelyLanguage();
  try {
    const [messages] = await Promise.all([loadMessages(language), loadFirst(location.pathname)]);
    createRoot(at).render(
      <StrictMode>
        <App first={{ language, messages }} />
      </StrictMode>,
    );
  } catch {
    // Without its words nothing can be drawn: the one sentence that is no message.
    at.textContent =
      'Kontor cannot be reached: reload the page. · Kontor kan ikke nås: last inn siden på nytt. · Kontor går inte att nå: ladda om sidan.';
  }
}
