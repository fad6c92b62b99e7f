// Asks for what the first screen needs while its code is still coming: the words, the screen's own code, and who is
// signed in. The build writes above this file what there is: `WORDS` by language, `CODE` and `ANSWERS` by address.
const FRESH_FOR_MS = 10_000;

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
  const path = location.pathname.replace(/(.)\/$/, '$1');
  const room = `/${path.split('/')[1]}/*`;
  for (const file of new Set([...words(), ...(CODE[room] ?? []), ...(CODE[path] ?? [])])) {
    const link = document.createElement('link');
    Object.assign(link, { rel: 'modulepreload', href: file, crossOrigin: 'anonymous' });
    document.head.append(link);
  }
  // Not by preload: a browser keeps a refusal for whoever asks next, also after they have signed in.
  const answers = (globalThis.answersAhead = new Map());
  for (const address of [...(ANSWERS[room] ?? []), ...(ANSWERS[path] ?? [])]) {
    const answer = fetch(address, { headers: { accept: 'application/json' }, credentials: 'same-origin' });
    answer.catch(() => {}); // Whoever takes it is told.
    answers.set(address, answer);
  }
  setTimeout(() => answers.clear(), FRESH_FOR_MS);
})();
