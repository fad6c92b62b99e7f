import type { IAuthModuleOptions } from '@nestjs/passport';
import type { Strategy } from 'passport';

/**
 * Options of an `AuthGuard` that asks this very strategy. By name it would ask Passport's one register of the whole
 * process, where of two apis (a story beside another) the last to start answers for both. A fresh heir for each
 * request, because Passport hangs the request's callbacks on the strategy.
 */
export function ownStrategy(strategy: Strategy): IAuthModuleOptions {
  return {
    get defaultStrategy() {
      return Object.create(strategy) as string; // Passport takes strategies as well as their names.
    },
  };
}
