import { Module } from '@nestjs/common';

import { BeginTimer } from './begin-timer.ts';
import { CloseTimers } from './close-timers.ts';
import { DeleteEntry } from './delete-entry.ts';
import { EditEntry } from './edit-entry.ts';
import { Entries } from './entries.repository.ts';
import { EntryHistory } from './entry-history.ts';
import { FreezeWeeks } from './freeze-weeks.ts';
import { TimeImports } from './import/time-imports.ts';
import { ImportTime } from './import-time.ts';
import { LimitRaises } from './limit-raises.ts';
import { LogImport } from './log-import.ts';
import { LogTime } from './log-time.ts';
import { RaiseLimit } from './raise-limit.ts';
import { StartTimer } from './start-timer.ts';
import { StopTimer } from './stop-timer.ts';
import { SwitchTimer } from './switch-timer.ts';
import { Timers } from './timers.repository.ts';
import { Timesheets } from './timesheets.ts';
import { Weeks } from './weeks.repository.ts';

const readers = [Entries, EntryHistory, LimitRaises, TimeImports, Timers, Weeks];
const verbs = [
  LogTime,
  StartTimer,
  StopTimer,
  SwitchTimer,
  EditEntry,
  DeleteEntry,
  ImportTime,
  LogImport,
  RaiseLimit,
  CloseTimers,
  FreezeWeeks,
];

@Module({ providers: [Timesheets, BeginTimer, ...readers, ...verbs], exports: [...readers, ...verbs] })
export class TimelogModule {}
