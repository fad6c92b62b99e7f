/** What a mail says, before it is dressed as text and as HTML. */
export interface Letter {
  readonly subject: string;
  readonly paragraphs: readonly string[];
  /** The one thing to do next: a page of Kontor, by its path. */
  readonly action?: { readonly label: string; readonly path: string };
}

/** A letter and who gets it. `about` is the same in every try to send it, and no two letters of one event share it. */
export interface AddressedLetter {
  readonly about: string;
  readonly to: Recipient;
  readonly letter: Letter;
}

export interface Recipient {
  readonly email: string;
  readonly name: string;
}

export interface DressedLetter {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

/** Both forms say the same. `origin` is where people open Kontor. */
export function dress({ subject, paragraphs, action }: Letter, name: string, origin: string): DressedLetter {
  const greeting = `Hello ${name},`;
  const link = action && { label: action.label, url: `${origin}${action.path}` };
  const text = [greeting, ...paragraphs, ...(link ? [`${link.label}:\n${link.url}`] : []), 'Kontor'].join('\n\n');
  const button = link ? `<p><a href="${escape(link.url)}">${escape(link.label)}</a></p>` : '';
  const body = [greeting, ...paragraphs].map((paragraph) => `<p>${escape(paragraph)}</p>`).join('\n');
  const html = `<!doctype html><html lang="en"><meta charset="utf-8"><title>${escape(subject)}</title>
<body style="font: 16px/1.5 system-ui, sans-serif; max-width: 34rem">
${body}
${button}
<p>Kontor</p></body></html>`;
  return { subject, text: `${text}\n`, html };
}

function escape(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
