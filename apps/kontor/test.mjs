// npm test [-- what Jest takes]
import { bootstrapped, run } from './bootstrap.mjs';

await bootstrapped(() =>
  run('node_modules/jest/bin/jest.js', process.argv.slice(2), {
    nodeArgs: ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning'],
  }),
);
