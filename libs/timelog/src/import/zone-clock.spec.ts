import { localTime } from '@app/kernel';

import { clockOf } from './zone-clock.ts';

const DAYS_A_YEAR = 365;
const times = ['00:00:00', '00:30:00', '01:30:00', '02:00:00', '02:45:10', '03:00:00', '12:00:00', '23:59:59'];

test.each(['UTC', 'Europe/Lisbon', 'America/New_York', 'Australia/Lord_Howe', 'America/Santiago', 'Africa/Casablanca'])(
  'all year round the clock of %s shows what the zone says',
  (zone) => {
    const clock = clockOf(zone);
    for (let day = 0; day < DAYS_A_YEAR; day += 1) {
      const date = new Date(Date.UTC(2026, 0, 1 + day)).toISOString().slice(0, 10);
      for (const time of times) {
        expect({ date, time, is: clock(date, time) }).toEqual({ date, time, is: localTime(`${date}T${time}`, zone) });
      }
    }
  },
);
