import { useEffect, useState } from 'react';

const SECOND_MS = 1_000;

/** The time, told again every so often; while `isTicking` is false it stands still. */
export function useNow(everyMs = SECOND_MS, isTicking = true): Date {
  const [now, setNow] = useState(() => new Date());
  useEffect(() => {
    if (!isTicking) return;
    setNow(new Date());
    const timer = setInterval(() => setNow(new Date()), everyMs);
    return () => clearInterval(timer);
  }, [everyMs, isTicking]);
  return now;
}
