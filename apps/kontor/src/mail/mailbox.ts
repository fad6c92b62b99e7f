import { randomBytes } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import PostalMime from 'postal-mime';

export interface Mail {
  id: string;
  at: Date;
  from: string;
  to: string;
  subject: string;
  text: string;
  html: string | undefined;
  links: string[];
}

const LONGEST_LIST = 200;

/** Mails as files, newest first. */
export class Mailbox {
  constructor(private readonly folder: string) {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
  }

  keep(source: Buffer): string {
    const id = `${new Date().toISOString().replaceAll(/[:.]/g, '-')}-${randomBytes(4).toString('hex')}`;
    writeFileSync(this.#file(id), source, { mode: 0o600 });
    return id;
  }

  list(): Promise<Mail[]> {
    const ids = readdirSync(this.folder)
      .filter((name) => name.endsWith('.eml'))
      .map((name) => name.slice(0, -'.eml'.length));
    return Promise.all(
      ids
        .sort()
        .reverse()
        .slice(0, LONGEST_LIST)
        .map((id) => this.#read(id)),
    );
  }

  /** The mail, or nothing when there is none of that id. */
  async find(id: string): Promise<Mail | undefined> {
    if (!readdirSync(this.folder).includes(`${id}.eml`)) return undefined;
    return this.#read(id);
  }

  async #read(id: string): Promise<Mail> {
    const mail = await PostalMime.parse(readFileSync(this.#file(id)));
    const text = mail.text ?? '';
    return {
      id,
      at: new Date(mail.date ?? 0),
      from: mail.from?.address ?? '',
      to: (mail.to ?? []).map((person) => person.address ?? person.name).join(', '),
      subject: mail.subject ?? '(no subject)',
      text,
      html: mail.html,
      links: linksIn(`${text}\n${mail.html ?? ''}`),
    };
  }

  #file(id: string): string {
    return join(this.folder, `${id}.eml`);
  }
}

function linksIn(text: string): string[] {
  const found = text.match(/https?:\/\/[^\s"'<>)\]]+/g) ?? [];
  return [...new Set(found.map((link) => link.replaceAll('&amp;', '&').replace(/[.,;]+$/, '')))];
}
