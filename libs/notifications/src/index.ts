export { ContractLetters } from './contract-letters.ts';
export { InvoiceLetters } from './invoice-letters.ts';
export type { AddressedLetter, Letter, Recipient } from './letter.ts';
export { NotificationsModule } from './notifications.module.ts';
export { Post } from './post.ts';
export { SendAlreadyRegistered } from './send-already-registered.ts';
export { SendPasswordChanged } from './send-password-changed.ts';
export { SendPasswordReset } from './send-password-reset.ts';
export { SendVerification } from './send-verification.ts';
