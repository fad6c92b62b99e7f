export type { TimerStart } from './begin-timer.ts';
export { CloseTimers } from './close-timers.ts';
export { DeleteEntry } from './delete-entry.ts';
export type { DescribedEntry } from './described-entry.ts';
export { type DescribedWeek, saysOf, worthOf } from './described-week.ts';
export { EditEntry, type EntryEdit } from './edit-entry.ts';
export { Entries } from './entries.repository.ts';
export { EntryHistory, type EntryVersion } from './entry-history.ts';
export { FreezeWeeks } from './freeze-weeks.ts';
export { ImportTime, type ImportedTime, type TimeImport } from './import-time.ts';
export { type TimeImportState, timeImportTransitions } from './import/import.state.ts';
export { type HandedOver, type ImportRefusal, TimeImports } from './import/time-imports.ts';
export { readExport } from './import/read-export.ts';
export { LimitRaises } from './limit-raises.ts';
export type { LimitWarning, LoggedTime } from './logged-time.ts';
export { LogImport } from './log-import.ts';
export { LogTime, type WorkedTime } from './log-time.ts';
export type { OverlapChoice } from './overlap.ts';
export { RaiseLimit } from './raise-limit.ts';
export { StartTimer } from './start-timer.ts';
export { StopTimer, type TimerStop } from './stop-timer.ts';
export { SwitchTimer } from './switch-timer.ts';
export {
  ClientNotWorkedFor,
  ContractNotActive,
  EntryNotFound,
  ExportRefused,
  LimitOnlyRises,
  NoTimerRuns,
  TimeOverlap,
  TimerRunning,
  WeekFrozen,
  WeekNotFound,
} from './timelog.errors.ts';
export { TimerInstantTooOld, TimerStartedLater } from './timer-instant.ts';
export type {
  ImportLogged,
  ImportRefused,
  ImportRequested,
  LimitNeared,
  LimitRaised,
  TimerStopped,
  WeeksFrozen,
} from './timelog.events.ts';
export { TimelogModule } from './timelog.module.ts';
export { isOpen, mayApprove, mayChange, mayLog, mayRaiseLimit } from './timelog.policy.ts';
export { Timers } from './timers.repository.ts';
export { type ReviewState, reviewTransitions, type WeekState, weekTransitions } from './week.state.ts';
export { Weeks } from './weeks.repository.ts';
