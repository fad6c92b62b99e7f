// npm run build | demo | demo:code | verify | staff | bench | screenshots | lint | types | format
import { existsSync } from 'node:fs';

import { bootstrapped, run, say, tool } from './bootstrap.mjs';

const built = (script) => () => run(script, args);
const tools =
  (...steps) =>
  async () => {
    for (const [name, ...options] of steps) if ((await run(tool(name), [...options, ...args])) !== 0) return;
  };

const commands = {
  build: { work: () => say('Built into dist/.') },
  demo: { work: built('dist/apps/kontor/src/demo/demo.js'), parts: ['server'] },
  'demo:code': { work: built('dist/apps/kontor/src/demo-code.js'), parts: ['server'] },
  verify: { work: built('dist/apps/kontor/src/verify.js'), parts: ['server'] },
  staff: { work: built('dist/apps/kontor/src/staff.js'), parts: ['server'] },
  bench: { work: built('dist/test/bench/bench.js') },
  screenshots: { work: built('dist/test/browser/screenshots.js') },
  lint: {
    parts: [],
    work: tools(['oxlint', '--type-aware', '--tsconfig', 'tsconfig.base.json'], ['prettier', '--check', '.']),
  },
  types: {
    parts: [],
    work: tools(
      ['tsc', '-p', 'tsconfig.base.json'],
      ...(existsSync('apps/web/tsconfig.json') ? [['tsc', '-p', 'apps/web/tsconfig.json']] : []),
    ),
  },
  format: { parts: [], work: tools(['prettier', '--write', '--log-level=warn', '.']) },
};

const [name, ...args] = process.argv.slice(2);
const command = commands[name];
if (command) await bootstrapped(command.work, { parts: command.parts });
else {
  say(`There is no command ${name}. There are: ${Object.keys(commands).join(', ')}.`);
  process.exitCode = 2;
}
