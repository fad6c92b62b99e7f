import { globSync, readFileSync } from 'node:fs';

/** The files that say which address shows which screen: the app's own, and one for each room of it. */
const FILES = ['apps/web/src/app.tsx', 'apps/web/src/routes/*/*.tsx'];
/** While one builds, and never in what is shipped. */
const NOT_SHIPPED = new Set(['/_ui']);

/** Every address with a screen of its own, `:id` and all, in the order in which the app tries them. */
export function routesOfWeb(): string[] {
  const routes = globSync(FILES).flatMap((file) => {
    const source = readFileSync(file, 'utf8');
    const written = [...source.matchAll(/<Route\b([^>]*)>/g)].map(([, attributes = '']) => attributes);
    return written.flatMap((attributes) => {
      if (!attributes.includes('path=')) return []; // What is shown where nothing is.
      const path = /\bpath="([^"]+)"/.exec(attributes)?.[1];
      if (path === undefined) throw new Error(`A route of ${file} is not written as text: ${attributes.trim()}`);
      return [path];
    });
  });
  // A room with routes of its own is no screen.
  return routes.filter((path) => !path.endsWith('*?') && !NOT_SHIPPED.has(path));
}

/** The route that shows an address, as the app finds it: the first that fits. */
export function routeOf(address: string, routes: readonly string[]): string | undefined {
  const path = address.replace(/[?#].*$/, '');
  return routes.find((route) => new RegExp(`^${route.replaceAll(/:\w+/g, '[^/]+')}$`).test(path));
}
