/**
 * The source of a script that has a page's `Date` show one instant, while timers go on as they do.
 * Playwright's own clock does that too, and more: installing it takes a page longer than opening Kontor.
 */
export function fixedDate(instant: Date): string {
  return `{
    const now = ${instant.getTime()};
    const Real = (globalThis.RealDate ??= Date);
    globalThis.Date = class Date extends Real {
      constructor(...given) {
        super(...(given.length === 0 ? [now] : given));
      }
      static now() {
        return now;
      }
      static [Symbol.hasInstance](given) {
        return given instanceof Real;
      }
    };
  }`;
}
