import { Refused } from './person.ts';

interface Form {
  action: string;
  fields: Map<string, string>;
  buttons: { name: string | undefined; value: string }[];
}

/** Types a card number into Stripe's hosted page and sends it. */
export async function fillInCheckout(url: string, cardNumber: string): Promise<void> {
  const form = formOn(await page(url), url);
  for (const name of form.fields.keys()) if (/number/i.test(name)) form.fields.set(name, cardNumber);
  const next = await send(form, undefined);
  if (/\/authenticate\//.test(next)) await answerBank(next, 'confirm');
}

/** The card holder's answer on the page of their bank. */
export async function answerBank(url: string, answer: 'confirm' | 'refuse'): Promise<void> {
  const form = formOn(await page(url), url);
  await send(
    form,
    form.buttons.find(({ value }) => value === answer),
  );
}

/** Goes through Stripe's hosted onboarding as somebody who has everything at hand. */
export async function fillInOnboarding(url: string): Promise<void> {
  const form = formOn(await page(url), url);
  await send(
    form,
    form.buttons.find(({ value }) => /complete/i.test(value)),
  );
}

async function page(url: string): Promise<string> {
  const response = await fetch(url);
  if (!response.ok) throw new Refused(response.status, { code: 'hosted_page', detail: await response.text() });
  return response.text();
}

/** The page's first form, as a browser without scripts understands it. */
function formOn(html: string, url: string): Form {
  const [, attributes = '', inside = ''] = /<form([^>]*)>([\s\S]*?)<\/form>/.exec(html) ?? [];
  if (!inside) throw new Error(`there is no form on ${url}`);
  const fields = new Map<string, string>();
  for (const [, input = ''] of inside.matchAll(/<input([^>]*)>/g)) {
    const name = attribute(input, 'name');
    const offered = !/type="(radio|checkbox)"/.test(input) || /\bchecked\b/.test(input);
    if (name && offered) fields.set(name, attribute(input, 'value') ?? '');
  }
  const buttons = [...inside.matchAll(/<button([^>]*)>/g)].map(([, button = '']) => ({
    name: attribute(button, 'name'),
    value: attribute(button, 'value') ?? '',
  }));
  return { action: new URL(attribute(attributes, 'action') ?? url, url).href, fields, buttons };
}

/** Where it leads. */
async function send({ action, fields }: Form, button: Form['buttons'][number] | undefined): Promise<string> {
  const body = new URLSearchParams([...fields]);
  if (button?.name) body.set(button.name, button.value);
  const response = await fetch(action, { method: 'POST', body, redirect: 'manual' });
  const wentOn = response.status >= 300 && response.status < 400;
  if (!wentOn) throw new Refused(response.status, { code: 'hosted_page', detail: await response.text() });
  return new URL(response.headers.get('location') ?? '', action).href;
}

function attribute(tag: string, name: string): string | undefined {
  return new RegExp(`\\b${name}="([^"]*)"`).exec(tag)?.[1]?.replaceAll('&amp;', '&').replaceAll('&#x2F;', '/');
}
