import { mkdtempSync, rmSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';

import { createTransport } from 'nodemailer';

import { freePort } from '../postgres/free-port.ts';
import { type MailSink, startMailSink } from './mail-sink.ts';

const login = { user: 'kontor', password: 'of a spec' };
const folder = mkdtempSync(join(tmpdir(), 'kontor-mailbox-'));
let sink: MailSink;
let smtpPort: number;
let webPort: number;

beforeAll(async () => {
  [smtpPort, webPort] = [await freePort(), await freePort()];
  sink = await startMailSink({ folder, smtpPort, webPort, login });
});
afterAll(async () => {
  await sink.stop();
  rmSync(folder, { recursive: true });
});

const send = (mail: { to: string; subject: string; text: string }, password = login.password) =>
  createTransport(`smtp://${login.user}:${encodeURIComponent(password)}@127.0.0.1:${smtpPort}`).sendMail({
    from: 'hello@kontor.example',
    ...mail,
  });

function page(path: string, host = `localhost:${webPort}`): Promise<{ status: number | undefined; html: string }> {
  return new Promise((resolve, reject) => {
    request({ host: '127.0.0.1', port: webPort, path, headers: { host } }, (response) => {
      text(response).then((html) => resolve({ status: response.statusCode, html }), reject);
    })
      .on('error', reject)
      .end();
  });
}

test('a mail that Kontor sends can be read on a page, and its links followed', async () => {
  await send({
    to: 'ingrid@fjord.example',
    subject: 'Verify <your> address',
    text: 'Open http://localhost:4280/verify?token=abc&next=1 now.',
  });

  const list = await page('/');
  expect(list.html).toContain('Verify &lt;your&gt; address');
  const mail = await page(/href="(\/mails\/[^"]+)"/.exec(list.html)?.[1] ?? '');
  expect(mail.html).toContain('<a href="http://localhost:4280/verify?token=abc&amp;next=1">');
  expect(mail.html).toContain('ingrid@fjord.example');
});

test('whoever does not know the password leaves no mail', async () => {
  await expect(send({ to: 'ingrid@fjord.example', subject: 'Not ours', text: 'x' }, 'guessed')).rejects.toThrow();
  expect((await page('/')).html).not.toContain('Not ours');
});

test('a page elsewhere cannot read the mails under a name of its own', async () => {
  expect((await page('/', 'evil.example')).status).toBe(421);
});

test('a file beside the mails is no mail', async () => {
  expect((await page('/mails/..%2Fsecrets')).status).toBe(404);
});
