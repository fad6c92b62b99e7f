import type { FastifyInstance, FastifyReply } from 'fastify';
import qs from 'qs';
import type Stripe from 'stripe';

import { ApiError, invalid } from '../api/api-error.ts';
import type { Context } from '../context.ts';
import type { Emulator } from '../emulator.ts';
import { PLATFORM } from '../ids.ts';
import type { SessionHidden } from '../resources/checkout-sessions.ts';
import { setStanding } from '../resources/accounts.ts';
import type { Expiry } from '../resources/payment-methods.ts';
import { completeOnboarding, spendLink, visitLink } from '../resources/onboarding.ts';
import { authenticate, intentOf, payInCheckout } from '../resources/pay-in-checkout.ts';
import { authenticationPage } from './authentication-page.ts';
import { checkoutPage } from './checkout-page.ts';
import { expressPage } from './express-page.ts';
import { sayingPage } from './layout.ts';
import { onboardingPage } from './onboarding-page.ts';
import { stylesheet } from './stylesheet.ts';

type Id = { Params: { id: string } };
type Posted = Id & { Body: Buffer | undefined };
type Intent = Stripe.SetupIntent | Stripe.PaymentIntent;

/** The pages that Stripe hosts: plain forms without a script. */
export function hostedPages(app: FastifyInstance, emulator: Emulator): void {
  const platform = () => emulator.on(PLATFORM);

  app.get('/hosted.css', (_request, reply) => reply.type('text/css').send(stylesheet));
  app.get('/', (_request, reply) => show(reply, sayingPage('Test Stripe', 'The API is under /v1 and /v2.')));

  app.get<Id>('/checkout/:id', (request, reply) =>
    guarded(reply, () => show(reply, checkout(platform(), request.params.id))),
  );
  app.post<Posted>('/checkout/:id', (request, reply) =>
    guarded(reply, () => submitCheckout(emulator, reply, request.params.id, form(request.body))),
  );
  app.get<Id>('/checkout/:id/return', (request, reply) =>
    guarded(reply, () => returnToCheckout(platform(), reply, request.params.id)),
  );

  app.get<Id>('/authenticate/:id', (request, reply) =>
    guarded(reply, () => show(reply, authenticationPage(intentCalled(platform(), request.params.id)))),
  );
  app.post<Posted>('/authenticate/:id', (request, reply) =>
    guarded(reply, () => submitAuthentication(emulator, reply, request.params.id, form(request.body))),
  );

  app.get<Id>('/onboarding/:id', (request, reply) =>
    guarded(reply, () => visitOnboarding(platform(), reply, request.params.id)),
  );
  app.post<Posted>('/onboarding/:id', (request, reply) =>
    guarded(reply, () => submitOnboarding(emulator, reply, request.params.id, form(request.body))),
  );

  app.get<Id>('/express/:id/:token', (request, reply) =>
    guarded(reply, () => show(reply, expressPage(platform().on(request.params.id)))),
  );
}

function checkout(context: Context, id: string, error: string | null = null, number = '4242 4242 4242 4242'): string {
  const session = context.get('checkout.session', id, 'session');
  if (session.status === 'complete') return sayingPage('All done', 'This page has been completed. You can close it.');
  if (session.status === 'expired') return sayingPage('Expired', 'This page has expired. Ask for a new link.');
  return checkoutPage(session, context.hidden<SessionHidden>(id).items ?? [], error, number);
}

function submitCheckout(
  emulator: Emulator,
  reply: FastifyReply,
  id: string,
  { number = '', expiry = '' }: Form,
): FastifyReply {
  const context = emulator.on(PLATFORM);
  if (context.get('checkout.session', id, 'session').status !== 'open') return show(reply, checkout(context, id));
  try {
    const session = emulator.changeUnlessDeclined(() => payInCheckout(context, id, number, expiryFrom(expiry)));
    if (session.status === 'complete') return reply.redirect(successOf(session), 303);
    return reply.redirect(`/authenticate/${intentOf(context, session).id}`, 303);
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    return show(reply.code(error.status), checkout(context, id, error.message, number));
  }
}

function returnToCheckout(context: Context, reply: FastifyReply, id: string): FastifyReply {
  const session = context.get('checkout.session', id, 'session');
  if (session.status === 'complete') return reply.redirect(successOf(session), 303);
  const intent = intentOf(context, session);
  const error = intent.object === 'setup_intent' ? intent.last_setup_error : intent.last_payment_error;
  return show(reply, checkout(context, id, error?.message ?? null));
}

function submitAuthentication(emulator: Emulator, reply: FastifyReply, id: string, { answer }: Form): FastifyReply {
  const context = emulator.on(PLATFORM);
  const asked = intentCalled(context, id);
  const back = asked.next_action?.redirect_to_url?.return_url;
  let intent: Intent;
  try {
    intent = emulator.changeUnlessDeclined(() => authenticate(context, id, answer === 'confirm'));
  } catch (error) {
    // Declined after the bank agreed: the page that sent the cardholder here tells why.
    if (!(error instanceof ApiError) || !error.keepsEffects) throw error;
    intent = intentCalled(context, id);
  }
  return back
    ? reply.redirect(withOutcome(back, intent), 303)
    : show(reply, sayingPage('Answered', 'You can close this page.'));
}

function visitOnboarding(context: Context, reply: FastifyReply, id: string): FastifyReply {
  const link = context.get('v2.core.account_link', id, 'id');
  try {
    visitLink(context, id);
  } catch {
    return reply.redirect(
      link.use_case.account_onboarding?.refresh_url ?? link.use_case.account_update?.refresh_url ?? '/',
      303,
    );
  }
  return show(reply, onboardingPage(link, context.get('v2.core.account', link.account)));
}

function submitOnboarding(emulator: Emulator, reply: FastifyReply, id: string, { choice, bank }: Form): FastifyReply {
  const context = emulator.on(PLATFORM);
  const link = context.get('v2.core.account_link', id, 'id');
  emulator.change(() => {
    visitLink(context, id);
    if (choice === 'complete') completeOnboarding(context, link.account, bank);
    if (choice === 'reject') setStanding(context, link.account, 'rejected');
    spendLink(context, link);
  });
  const back = link.use_case.account_onboarding?.return_url ?? link.use_case.account_update?.return_url;
  return back ? reply.redirect(back, 303) : show(reply, sayingPage('Thank you', 'You can close this page.'));
}

type Form = Readonly<Partial<Record<string, string>>>;

function form(body: Buffer | undefined): Form {
  return qs.parse(body?.toString('utf8') ?? '') as Form;
}

function expiryFrom(text: string): Expiry | undefined {
  const [, month, year] = /^\s*(0?[1-9]|1[0-2])\s*\/\s*(?:20)?(\d\d)\s*$/.exec(text) ?? [];
  if (text.trim() === '') return undefined;
  if (!month || !year) throw invalid('invalid_expiry_month', 'Write the expiry as 12 / 34.', 'expiry');
  return { month: Number(month), year: 2000 + Number(year) };
}

function intentCalled(context: Context, id: string): Intent {
  return context.find('setup_intent', id) ?? context.get('payment_intent', id, 'intent');
}

function successOf(session: Stripe.Checkout.Session): string {
  return (session.success_url ?? '/').replaceAll('{CHECKOUT_SESSION_ID}', session.id);
}

function withOutcome(back: string, intent: Intent): string {
  const url = new URL(back);
  url.searchParams.set(intent.object, intent.id);
  url.searchParams.set(`${intent.object}_client_secret`, intent.client_secret ?? '');
  url.searchParams.set('redirect_status', intent.status === 'succeeded' ? 'succeeded' : 'failed');
  return url.href;
}

function show(reply: FastifyReply, page: string): FastifyReply {
  return reply
    .header('content-security-policy', "default-src 'none'; style-src 'self'")
    .type('text/html; charset=utf-8')
    .send(page);
}

/** A page that cannot be shown says why. */
function guarded(reply: FastifyReply, work: () => FastifyReply): FastifyReply {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    return show(reply.code(error.status), sayingPage('This did not work', error.message));
  }
}
