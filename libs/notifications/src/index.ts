export type { Letter } from './letter.ts';
export { Mailer, type Recipient } from './mailer.ts';
export { NotificationsModule } from './notifications.module.ts';
export { SendAlreadyRegistered } from './send-already-registered.ts';
export { SendVerification } from './send-verification.ts';
