// npm start
import { bootstrapped, run } from './bootstrap.mjs';

await bootstrapped(() => run('dist/apps/kontor/src/start.js', process.argv.slice(2)));
