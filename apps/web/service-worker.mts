import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';

import type { Plugin } from 'vite';

const SOURCE = new URL('service-worker.js', import.meta.url);
/** Files of `public/` that the shell needs; what Vite builds is added. */
const PUBLIC = ['/theme.js', '/favicon.svg', '/manifest.webmanifest'];

/** Writes `sw.js` with the list of what was built: its bytes change when anything did, which is how a browser learns of it. */
export function serviceWorker(): Plugin {
  return {
    name: 'service-worker',
    apply: 'build',
    enforce: 'post',
    generateBundle: {
      order: 'post', // When all is built that is to be kept.
      handler(_options, bundle) {
        const built = Object.keys(bundle).filter((file) => file.startsWith('assets/'));
        const kept = [...PUBLIC, ...built.map((file) => `/${file}`)].sort();
        const version = createHash('sha256').update(kept.join()).digest('hex').slice(0, 12);
        const head = `const VERSION = '${version}';\nconst KEPT = ${JSON.stringify(kept)};\n`;
        this.emitFile({ type: 'asset', fileName: 'sw.js', source: head + readFileSync(SOURCE, 'utf8') });
      },
    },
  };
}
