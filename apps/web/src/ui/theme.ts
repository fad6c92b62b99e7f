export type Theme = 'system' | 'light' | 'dark';

/** What is worn now. */
export function wornTheme(): Theme {
  const { theme } = document.documentElement.dataset;
  return theme === 'light' || theme === 'dark' ? theme : 'system';
}

/** Kept in this browser; `public/theme.js` puts it on before the first paint. */
export function wearTheme(theme: Theme): void {
  if (theme === 'system') {
    delete document.documentElement.dataset.theme;
    localStorage.removeItem('theme');
    return;
  }
  document.documentElement.dataset.theme = theme;
  localStorage.setItem('theme', theme);
}
