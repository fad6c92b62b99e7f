export {
  actsFor,
  allow,
  businessRoles,
  isSteppedUp,
  personOf,
  requireNotSuspended,
  requireStepUp,
  requireVerified,
  STEP_UP_MINUTES,
  system,
  type Actor,
  type BusinessRole,
  type Capability,
  type Membership,
  type Staff,
  type User,
} from './actor.ts';
export { Clock, ManualClock } from './clock.ts';
export {
  Conflict,
  DomainError,
  Forbidden,
  Invalid,
  NotFound,
  TooMany,
  Unauthenticated,
  type Fault,
} from './domain-error.ts';
export { billMinutes, Money, type Currency } from './money.ts';
export { type Month, monthNamed, monthOf, monthsBetween } from './month.ts';
export { step, steps, type Step } from './step.ts';
export type { Sweep } from './sweep.ts';
export { defaultCyclePolicy, timeline, type CyclePolicy, type Timeline } from './timeline.ts';
export { assertTransition, IllegalTransition, type Transitions } from './transitions.ts';
export {
  assertZone,
  instantInWeek,
  localTime,
  mondayOf,
  offsetMinutes,
  UnknownZone,
  weekAfter,
  weekOf,
  type LocalTime,
  type Week,
} from './week.ts';
export { tokenScopes, type TokenScope } from './token-scope.ts';
