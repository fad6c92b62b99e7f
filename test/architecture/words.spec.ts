import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { filesIn, root } from './sources.ts';

/** Written in two halves, so that this file does not find itself. */
const machine = new RegExp(['(^|[\\s"\'`(=:])/(ho', 'me|Us', 'ers|ro', 'ot|wo', 'rk)/\\w'].join(''));
const registry = new RegExp(['npm', 'js\\.org|npm', 'mirror|art', 'ifactory|ver', 'daccio'].join(''), 'i');
const resolved = new RegExp(['"reso', 'lved": "http'].join(''));

const READABLE = /\.(ts|tsx|mts|mjs|cjs|js|json|md|css|html|sql|txt|csv|yml|yaml)$|(^|\/)\.[\w.]+$|\.ci\/run$/;

test.each([
  ['the path of a machine', machine],
  ['the host of a package registry', registry],
  ['a download address in the lock file', resolved],
])('no file holds %s', (_, pattern) => {
  const files = filesIn('.').filter((path) => READABLE.test(path));
  expect(files.filter((path) => pattern.test(readFileSync(join(root, path), 'utf8')))).toEqual([]);
});
