import './styles/base.css';

import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';

import { App } from './app.tsx';
import { likelyLanguage } from './i18n/languages.ts';
import { loadMessages } from './i18n/load-messages.ts';

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root');
const language = likelyLanguage();
const messages = await loadMessages(language);
createRoot(root).render(
  <StrictMode>
    <App first={{ language, messages }} />
  </StrictMode>,
);
