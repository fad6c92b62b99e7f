// npm run bench -- week [--sizes 1000,10000,100000] [--runs 3]
// npm run bench -- web [--runs 3]
import { parseArgs } from 'node:util';

import { benchWeb } from './web.ts';
import { benchWeek } from './week.ts';

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { sizes: { type: 'string', default: '1000,10000,100000' }, runs: { type: 'string', default: '3' } },
});

if (positionals[0] === 'week') await benchWeek(values.sizes.split(',').map(Number), Number(values.runs));
else if (positionals[0] === 'web') await benchWeb(Number(values.runs));
else {
  process.stderr.write('There are two benchmarks: npm run bench -- week, npm run bench -- web\n');
  process.exitCode = 2;
}
