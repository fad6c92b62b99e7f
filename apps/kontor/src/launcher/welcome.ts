import { demoStaff, stars } from '../seed/market.ts';
import type { Addresses } from './settings.ts';

/** What the demo market's people all sign in with. */
const PASSWORD = 'a desk by the window';

export interface Started {
  localStripe: boolean;
  demoMarket: boolean;
  tookMs: number;
}

export function welcome({ publicPort, ports }: Addresses, start: Started): string {
  const signIns = [
    ['a client', stars.client],
    ['an assistant', stars.assistant],
    ['staff', demoStaff.name, ', with the code that "npm run demo:code" prints'],
  ].map(([role, name, also = '']) => `    ${role?.padEnd(14)}${mailOf(name ?? '')}${also}`);
  const seconds = (start.tookMs / 1000).toLocaleString('en', { maximumFractionDigits: 1 });
  return [
    '',
    `Kontor is running (started in ${seconds} s):  http://localhost:${publicPort}`,
    '',
    ...(start.demoMarket ? [`  Sign in with the password "${PASSWORD}" as`, ...signIns, ''] : []),
    `  Mail it sent    http://localhost:${ports.mail}`,
    ...(start.localStripe ? [`  Local Stripe    http://localhost:${ports.stripe} (card 4242 4242 4242 4242)`] : []),
    `  Data and logs   .kontor/`,
    '',
    'Ctrl-C stops everything.',
    '',
  ].join('\n');
}

function mailOf(name: string): string {
  return `${name.toLowerCase().replaceAll(/[^a-z]+/g, '.')}@kontor.example`;
}
