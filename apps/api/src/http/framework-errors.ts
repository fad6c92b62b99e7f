import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';

import { problem } from './problem.ts';

/** An address that cannot even be decoded is refused by the router itself, before any hook: its answer has no other headers. */
export function refuseAddress(_error: FastifyError, _request: FastifyRequest, reply: FastifyReply): void {
  void reply
    .status(400)
    .headers({
      'content-type': 'application/problem+json',
      'content-security-policy': "default-src 'none'",
      'x-content-type-options': 'nosniff',
    })
    .send(JSON.stringify(problem(400, 'malformed_request', 'The address of this request cannot be read.')));
}
