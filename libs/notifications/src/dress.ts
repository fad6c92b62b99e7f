import type { WrittenLetter } from './write-letter.ts';

export interface DressedLetter {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

/** As text and as HTML, which say the same. `origin` is where people open Kontor. */
export function dress(letter: WrittenLetter, origin: string): DressedLetter {
  const { language, subject, greeting, paragraphs, action, signature } = letter;
  const link = action && { label: action.label, url: `${origin}${action.path}` };
  const text = [greeting, ...paragraphs, ...(link ? [`${link.label}:\n${link.url}`] : []), signature].join('\n\n');
  const button = link ? `<p><a href="${escape(link.url)}">${escape(link.label)}</a></p>` : '';
  const body = [greeting, ...paragraphs].map((paragraph) => `<p>${escape(paragraph)}</p>`).join('\n');
  const html = `<!doctype html><html lang="${language}"><meta charset="utf-8"><title>${escape(subject)}</title>
<body style="font: 16px/1.5 system-ui, sans-serif; max-width: 34rem">
${body}
${button}
<p>${escape(signature)}</p></body></html>`;
  return { subject, text: `${text}\n`, html };
}

function escape(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
