import { html, type Html } from './html.ts';

/** The frame of every hosted page: it says first that no money moves here. */
export function page(title: string, content: Html): string {
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title} · test Stripe</title>
        <link rel="stylesheet" href="/hosted.css" />
      </head>
      <body>
        <p class="notice">This is a test Stripe on your own machine. No real card works here and no money moves.</p>
        <main>${content}</main>
      </body>
    </html>`.text;
}

export function errorNote(message: string | null): Html {
  return message === null ? html`` : html`<p class="error" role="alert">${message}</p>`;
}

/** A page that only says something. */
export function sayingPage(title: string, text: string): string {
  return page(
    title,
    html`<h1>${title}</h1>
      <p class="quiet">${text}</p>`,
  );
}
