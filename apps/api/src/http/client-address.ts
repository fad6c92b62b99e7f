import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';

const LOOPBACK = /^(127\.|::1$)/;
/** Whoever has one IPv6 address has the 2^64 beside it too. */
const NETWORK_GROUPS = 4;

/**
 * Where a request comes from, for counting tries: an IPv4 address, or the network of an IPv6 one. Undefined for this
 * very machine: that is a proxy in front of us (see TRUSTED_PROXIES), and stands for everybody.
 */
export function clientAddress({ ip }: Pick<FastifyRequest, 'ip'>): string | undefined {
  const address = ip.replace(/^::ffff:(?=\d+\.)/i, '');
  if (LOOPBACK.test(address)) return undefined;
  return address.includes(':') ? networkOf(address) : address;
}

function networkOf(address: string): string {
  const [head = '', tail] = address.replace(/%.*$/, '').toLowerCase().split('::');
  const groups = (part: string) => (part === '' ? [] : part.split(':'));
  const before = groups(head);
  const after = tail === undefined ? [] : groups(tail);
  const zeros = Array<string>(Math.max(0, 8 - before.length - after.length)).fill('0');
  const whole = tail === undefined ? before : [...before, ...zeros, ...after];
  return `${whole
    .slice(0, NETWORK_GROUPS)
    .map((group) => group.replace(/^0+(?=.)/, ''))
    .join(':')}::/64`;
}

export const ClientAddress = createParamDecorator((_: unknown, context: ExecutionContext) =>
  clientAddress(context.switchToHttp().getRequest<FastifyRequest>()),
);
