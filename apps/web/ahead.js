// Asks for what the first screen needs while its code is still coming: the words, the screen's own code, and who is
// signed in. The build writes above this file what there is: `WORDS` by language, `CODE` and `ANSWERS` by address.
(() => {
  const words = () => {
    let kept = null;
    try {
      kept = localStorage.getItem('language');
    } catch {
      // No storage: what the browser asks for.
    }
    const [first] = (kept ?? navigator.language).toLowerCase().split('-');
    return WORDS[first === 'no' || first === 'nn' ? 'nb' : first] ?? WORDS.en;
  };
  const ask = (rel, href, as) => {
    const link = document.createElement('link');
    Object.assign(link, { rel, href, crossOrigin: 'anonymous' });
    if (as) link.as = as;
    document.head.append(link);
  };
  const path = location.pathname.replace(/(.)\/$/, '$1');
  const room = `/${path.split('/')[1]}/*`;
  const code = new Set([...words(), ...(CODE[room] ?? []), ...(CODE[path] ?? [])]);
  for (const file of code) ask('modulepreload', file);
  for (const answer of [...(ANSWERS[room] ?? []), ...(ANSWERS[path] ?? [])]) ask('preload', answer, 'fetch');
})();
