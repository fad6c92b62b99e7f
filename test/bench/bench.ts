// npm run bench -- week [--sizes 1000,10000,100000] [--runs 3]
// npm run bench -- import [--sizes 1000,5000] [--runs 3]
// npm run bench -- web [--runs 3]
import { parseArgs } from 'node:util';

import { benchImport } from './import.ts';
import { benchWeb } from './web.ts';
import { benchWeek } from './week.ts';

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { sizes: { type: 'string' }, runs: { type: 'string', default: '3' } },
});
const sizes = (otherwise: string) => (values.sizes ?? otherwise).split(',').map(Number);

if (positionals[0] === 'week') await benchWeek(sizes('1000,10000,100000'), Number(values.runs));
else if (positionals[0] === 'import') await benchImport(sizes('1000,5000'), Number(values.runs));
else if (positionals[0] === 'web') await benchWeb(Number(values.runs));
else {
  process.stderr.write('There are three benchmarks: npm run bench -- week, import or web\n');
  process.exitCode = 2;
}
