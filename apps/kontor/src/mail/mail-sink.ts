import type { EventEmitter } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { buffer } from 'node:stream/consumers';

import { SMTPServer } from 'smtp-server';

import { listPage, mailPage } from './mail-pages.ts';
import { Mailbox } from './mailbox.ts';

export interface MailSinkOptions {
  folder: string;
  smtpPort: number;
  webPort: number;
  login: { user: string; password: string };
}

export interface MailSink {
  stop(): Promise<void>;
}

/** Takes every mail and sends none on: they are kept as files and shown on a page of this machine. */
export async function startMailSink(options: MailSinkOptions): Promise<MailSink> {
  const mailbox = new Mailbox(options.folder);
  const smtp = smtpInto(mailbox, options.login);
  const web = createServer((request, response) => void answer(mailbox, request, response));
  await listening(smtp.server, () => smtp.listen(options.smtpPort, '127.0.0.1'));
  await listening(web, () => web.listen(options.webPort, '127.0.0.1'));
  return {
    stop: async () => {
      web.closeAllConnections();
      await Promise.all([
        new Promise((done) => web.close(done)),
        new Promise<void>((done) => smtp.close(() => done())),
      ]);
    },
  };
}

function smtpInto(mailbox: Mailbox, login: MailSinkOptions['login']): SMTPServer {
  const server = new SMTPServer({
    disabledCommands: ['STARTTLS'],
    allowInsecureAuth: true,
    closeTimeout: 500,
    onAuth: ({ username, password }, _session, done) =>
      username === login.user && password === login.password
        ? done(null, { user: username })
        : done(new Error('Wrong name or password')),
    onData: (stream, _session, done) => {
      buffer(stream).then((source) => (mailbox.keep(source), done()), done);
    },
  });
  server.on('error', () => undefined); // A client that hung up.
  return server;
}

async function answer(mailbox: Mailbox, request: IncomingMessage, response: ServerResponse): Promise<void> {
  // A page elsewhere must not read these mails by pointing a name of its own at this machine.
  if (!/^(localhost|127\.0\.0\.1)(:\d+)?$/.test(request.headers.host ?? '')) return void response.writeHead(421).end();
  const id = /^\/mails\/([\w-]+)$/.exec(request.url ?? '')?.[1];
  const mail = id ? await mailbox.find(id) : undefined;
  if (request.url === '/') send(response, 200, listPage(await mailbox.list()));
  else if (mail) send(response, 200, mailPage(mail));
  else send(response, 404, listPage([]));
}

function send(response: ServerResponse, status: number, html: string): void {
  response.writeHead(status, {
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; img-src data: https:; frame-src 'self'",
    'referrer-policy': 'no-referrer',
    'cache-control': 'no-store',
  });
  response.end(html);
}

function listening(server: EventEmitter, listen: () => void): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.once('listening', () => {
      server.off('error', reject);
      resolve();
    });
    listen();
  });
}
