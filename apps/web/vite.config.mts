import tailwindcss from '@tailwindcss/vite';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

import { ahead } from './ahead.mts';
import { serviceWorker } from './service-worker.mts';

const libs = new URL('../../libs/', import.meta.url).pathname;
const API_IN_DEVELOPMENT = 'http://localhost:3000';

export default defineConfig({
  plugins: [react(), tailwindcss(), ahead(), serviceWorker()],
  resolve: {
    alias: [
      // Each wire feature has its own door: an index would keep every schema in the entry.
      { find: /^@app\/wire\/([^/]+)$/, replacement: `${libs}wire/src/$1.ts` },
      { find: /^@app\/([^/]+)$/, replacement: `${libs}$1/src/index.ts` },
    ],
  },
  build: {
    outDir: '../../dist/apps/web',
    emptyOutDir: true,
    // The content security policy is default-src 'self': a data: address would be refused.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      output: {
        codeSplitting: {
          // A file a module would be two hundred: fetching them takes a slow phone longer than running them.
          groups: [
            { name: 'entry', tags: ['$initial'], priority: 3 },
            { name: 'charts', test: /node_modules[\\/](recharts|victory|d3-)/, priority: 2 },
            { name: 'checks', test: /node_modules[\\/]zod|libs[\\/]wire/, priority: 1 },
            { name: 'shared', minShareCount: 3 },
          ],
        },
      },
    },
  },
  server: { proxy: { '/api': process.env.KONTOR_API ?? API_IN_DEVELOPMENT } },
});
