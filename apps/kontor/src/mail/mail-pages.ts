import type { Mail } from './mailbox.ts';

export function listPage(mails: Mail[]): string {
  if (mails.length === 0) return page('Mail', '<p>Nothing yet. What Kontor sends appears here.</p>');
  const rows = mails.map(
    (mail) => `<tr>
      <td><time>${escape(mail.at.toLocaleString('en-GB'))}</time></td>
      <td>${escape(mail.to)}</td>
      <td><a href="/mails/${escape(mail.id)}">${escape(mail.subject)}</a></td></tr>`,
  );
  return page('Mail', `<table><tr><th>Sent</th><th>To</th><th>Subject</th></tr>${rows.join('')}</table>`);
}

export function mailPage(mail: Mail): string {
  const links = mail.links.map((link) => `<li><a href="${escape(link)}">${escape(link)}</a></li>`);
  return page(
    mail.subject,
    `<p><a href="/">All mail</a></p>
    <dl><dt>From</dt><dd>${escape(mail.from)}</dd><dt>To</dt><dd>${escape(mail.to)}</dd>
    <dt>Sent</dt><dd>${escape(mail.at.toLocaleString('en-GB'))}</dd></dl>
    ${links.length ? `<h2>Links</h2><ul>${links.join('')}</ul>` : ''}
    <h2>Text</h2><pre>${escape(mail.text)}</pre>
    ${mail.html ? `<h2>As a mail program shows it</h2><iframe sandbox srcdoc="${escape(mail.html)}"></iframe>` : ''}`,
  );
}

function page(title: string, body: string): string {
  return `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>${escape(title)} · Kontor mail</title>
<style>
  body { font: 16px/1.5 system-ui, sans-serif; max-width: 60rem; margin: 2rem auto; padding: 0 1rem; color: #1c1917; }
  table { border-collapse: collapse; width: 100%; } td, th { text-align: left; padding: .4rem .8rem .4rem 0; border-bottom: 1px solid #e7e5e4; }
  time, dt { color: #57534e; } dl { display: grid; grid-template-columns: max-content 1fr; gap: 0 1rem; } dd { margin: 0; }
  pre { white-space: pre-wrap; background: #fafaf9; padding: 1rem; } li, td { overflow-wrap: anywhere; }
  iframe { width: 100%; height: 32rem; border: 1px solid #e7e5e4; }
</style><h1>${escape(title)}</h1>${body}</html>`;
}

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
