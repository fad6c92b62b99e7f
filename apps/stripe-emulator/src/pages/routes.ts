import type { FastifyInstance } from 'fastify';

import type { Emulator } from '../emulator.ts';

export function hostedPages(_app: FastifyInstance, _emulator: Emulator): void {}
