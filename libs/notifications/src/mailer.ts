import { Config } from '@app/config';
import { assertOutsideTransaction } from '@app/database';
import { Injectable } from '@nestjs/common';
import { createTransport, type Transporter } from 'nodemailer';

import { dress } from './dress.ts';
import type { Letter, Recipient } from './letter.ts';
import { writeLetter } from './write-letter.ts';

const PATIENCE_MS = 10_000;

/** Hands letters to the mail server, in their reader's language. Whoever calls has no transaction open, and sends again when this throws. */
@Injectable()
export class Mailer {
  readonly #transport: Transporter;
  readonly #from: string;
  readonly #origin: string;

  constructor({ env }: Config) {
    this.#transport = createTransport({
      url: env.SMTP_URL,
      connectionTimeout: PATIENCE_MS,
      greetingTimeout: PATIENCE_MS,
      socketTimeout: PATIENCE_MS,
    });
    this.#from = env.MAIL_FROM;
    this.#origin = new URL(env.PUBLIC_URL).origin;
  }

  async send(recipient: Recipient, letter: Letter): Promise<void> {
    assertOutsideTransaction('a mail');
    const to = { name: recipient.name, address: recipient.email };
    await this.#transport.sendMail({ from: this.#from, to, ...dress(writeLetter(letter, recipient), this.#origin) });
  }
}
