// npm run demo:code: what the authenticator app of the demo market's member of staff shows now.
import { demoStaff } from './seed/market.ts';
import { codeAt } from './world/one-time-code.ts';

const STEP_SECONDS = 30;

const now = new Date();
const secondsLeft = STEP_SECONDS - (Math.trunc(now.getTime() / 1000) % STEP_SECONDS);
process.stdout.write(`${codeAt(demoStaff.secret, now)}\n`);
process.stderr.write(
  `Good once, for another ${secondsLeft} s. Or give an authenticator app the secret ${demoStaff.secret} of ${demoStaff.name}.\n`,
);
