import type { Addresses } from './settings.ts';

export function welcome({ publicPort, ports }: Addresses, localStripe: boolean, tookMs: number): string {
  const places = [
    `  Kontor          http://localhost:${publicPort}`,
    `  Mail it sent    http://localhost:${ports.mail}`,
    ...(localStripe ? [`  Local Stripe    http://localhost:${ports.stripe}`] : []),
    `  Data and logs   .kontor/`,
  ];
  const seconds = (tookMs / 1000).toLocaleString('en', { maximumFractionDigits: 1 });
  return ['', `Kontor is running (${seconds} s).`, '', ...places, '', 'Ctrl-C stops everything.', ''].join('\n');
}
