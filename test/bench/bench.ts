// npm run bench -- week [--sizes 1000,10000,100000] [--runs 3]
import { parseArgs } from 'node:util';

import { benchWeek } from './week.ts';

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { sizes: { type: 'string', default: '1000,10000,100000' }, runs: { type: 'string', default: '3' } },
});

if (positionals[0] === 'week') await benchWeek(values.sizes.split(',').map(Number), Number(values.runs));
else {
  process.stderr.write('There is one benchmark: npm run bench -- week\n');
  process.exitCode = 2;
}
