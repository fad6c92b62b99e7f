import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { Mailbox } from '../mail/mailbox.ts';
import { startMailSink } from '../mail/mail-sink.ts';
import { freePort } from '../postgres/free-port.ts';
import type { Running } from './running.ts';

const login = { user: 'kontor', password: 'of-a-story' };

/** A mail sink of the world's own, and the box that its people look into. */
export async function takeMail(running: Running): Promise<{ mailbox: Mailbox; smtpUrl: string }> {
  const folder = await mkdtemp(join(tmpdir(), 'kontor-mail-'));
  running.add(() => rm(folder, { recursive: true, force: true }));
  const [smtpPort, webPort] = [await freePort(), await freePort()];
  const sink = await startMailSink({ folder, smtpPort, webPort, login });
  running.add(() => sink.stop());
  return { mailbox: new Mailbox(folder), smtpUrl: `smtp://${login.user}:${login.password}@localhost:${smtpPort}` };
}
