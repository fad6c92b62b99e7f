import './styles/base.css';

import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';

import { App } from './app.tsx';
import { likelyLanguage } from './i18n/languages.ts';
import { loadMessages } from './i18n/load-messages.ts';

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root');
const language = likelyLanguage();
try {
  const messages = await loadMessages(language);
  createRoot(root).render(
    <StrictMode>
      <App first={{ language, messages }} />
    </StrictMode>,
  );
} catch {
  // Without its words nothing can be drawn: the one sentence that is no message.
  root.textContent =
    'Kontor cannot be reached: reload the page. · Kontor kan ikke nås: last inn siden på nytt. · Kontor går inte att nå: ladda om sidan.';
}
