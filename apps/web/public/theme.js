// Before the first paint, so that a chosen theme never flashes. A file, since the content security policy refuses inline scripts.
try {
  const chosen = localStorage.getItem('theme');
  if (chosen === 'light' || chosen === 'dark') document.documentElement.dataset.theme = chosen;
  if (localStorage.getItem('motion') === 'off') document.documentElement.dataset.motion = 'off';
} catch {
  // No storage: the system's theme it is.
}
