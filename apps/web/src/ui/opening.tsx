/** Before the first screen: the paper, and after a moment a word that something is coming. */
export function Opening() {
  return (
    <output data-waiting className="grid min-h-dvh place-items-center">
      <span className="animate-pulse text-ink-faint motion-reduce:animate-none">Opening…</span>
    </output>
  );
}
