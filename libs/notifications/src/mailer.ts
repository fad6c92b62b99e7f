import { Config } from '@app/config';
import { assertOutsideTransaction } from '@app/database';
import { Injectable } from '@nestjs/common';
import { createTransport, type Transporter } from 'nodemailer';

import { dress, type Letter, type Recipient } from './letter.ts';

const PATIENCE_MS = 10_000;

/** Hands letters to the mail server. Whoever calls has no transaction open, and sends again when this throws. */
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

  async send({ email, name }: Recipient, letter: Letter): Promise<void> {
    assertOutsideTransaction('a mail');
    const to = { name, address: email };
    await this.#transport.sendMail({ from: this.#from, to, ...dress(letter, name, this.#origin) });
  }
}
