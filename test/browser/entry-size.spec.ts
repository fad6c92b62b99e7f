import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { gzipSync } from 'node:zlib';

const WEB = resolve('dist/apps/web');
const MOST_BYTES = 110 * 1024;

test('what the first screen waits for stays under 110 kB', () => {
  const html = readFileSync(join(WEB, 'index.html'), 'utf8');
  const scripts = [...html.matchAll(/<(?:script|link rel="modulepreload")[^>]*(?:src|href)="([^"]+\.js)"/g)].map(
    ([, path = '']) => path,
  );
  expect(scripts.length).toBeGreaterThan(1);
  const bytes = scripts.reduce((sum, path) => sum + gzipSync(readFileSync(join(WEB, path))).length, 0);
  expect(bytes).toBeLessThan(MOST_BYTES);
});

test('nothing on the page is inline, which the content security policy would refuse', () => {
  const html = readFileSync(join(WEB, 'index.html'), 'utf8');
  expect(html).not.toMatch(/<script(?![^>]*\bsrc=)[^>]*>|<style|\sstyle=|\son\w+=/);
});
