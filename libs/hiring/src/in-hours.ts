/** `10 h 15 min`, `45 min`, `0 h`: whole minutes in words. */
export function inHours(minutes: number): string {
  const [whole, rest] = [Math.floor(minutes / 60), minutes % 60];
  return [whole > 0 || rest === 0 ? `${whole} h` : '', rest > 0 ? `${rest} min` : ''].filter(Boolean).join(' ');
}
