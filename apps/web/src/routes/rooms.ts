import { later } from '../ui/later.tsx';
import { Opening } from '../ui/opening.tsx';

export const Settings = later(async () => (await import('./settings/settings.tsx')).Settings, Opening);
export const Hire = later(async () => (await import('./hire/hire.tsx')).Hire, Opening);
export const Assist = later(async () => (await import('./assist/assist.tsx')).Assist, Opening);
export const Staff = later(async () => (await import('./staff/staff.tsx')).Staff, Opening);

/** Fetches the rooms that one begins in, each with its first screen. */
export const loadRoom = {
  '/hire': async () => Promise.all([Hire.load(), (await import('./hire/hire.tsx')).ThisWeek.load()]),
  '/assist': async () => Promise.all([Assist.load(), (await import('./assist/assist.tsx')).Today.load()]),
  '/staff': async () => Promise.all([Staff.load(), (await import('./staff/staff.tsx')).Queue.load()]),
};
