/** How well what is typed fits an entry of the palette, 0 to 1: every word of it has to be found, best at a beginning. */
export function fitOf(entry: string, typed: string, keywords: readonly string[] = []): number {
  const text = plain([entry, ...keywords].join(' '));
  const fits = plain(typed)
    .split(/\s+/)
    .filter((word) => word !== '')
    .map((word) => {
      if (text.startsWith(word)) return 1;
      if (text.includes(` ${word}`)) return 0.8;
      return text.includes(word) ? 0.5 : 0;
    });
  return fits.length === 0 ? 1 : Math.min(...fits);
}

/** `Årsregnskap` is found by `ars`. */
function plain(text: string): string {
  return text.toLowerCase().normalize('NFD').replaceAll(/\p{M}/gu, '');
}
