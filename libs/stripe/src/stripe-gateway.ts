import { Config } from '@app/config';
import type { Money } from '@app/kernel';
import { Injectable } from '@nestjs/common';

import * as balance from './balance.ts';
import * as bankPayouts from './bank-payouts.ts';
import * as cards from './customers-and-cards.ts';
import * as charging from './charging.ts';
import * as disputes from './disputes.ts';
import * as payees from './payees.ts';
import * as refunds from './refunds.ts';
import * as reversals from './reversals.ts';
import { type Key, StripeCalls } from './stripe-calls.ts';
import * as transfers from './transfers.ts';
import { type ProvenWebhook, readWebhook, type WebhookEndpoint } from './webhooks.ts';

/**
 * All that Kontor asks of Stripe, on one page. Every write takes the key that makes its repeat the same write; every
 * call is refused inside a transaction, throws `StripeRefused` when nothing was done and `StripeUnclear` when nobody
 * knows: then it is repeated with the same key, or looked up.
 */
@Injectable()
export class StripeGateway {
  readonly #calls: StripeCalls;

  constructor(private readonly config: Config) {
    this.#calls = new StripeCalls(config);
  }

  createCustomer(customer: cards.NewCustomer, key: Key) {
    return cards.createCustomer(this.#calls, customer, key);
  }

  deleteCustomer(id: string, key: Key) {
    return cards.deleteCustomer(this.#calls, id, key);
  }

  createCardSetup(setup: cards.NewCardSetup, key: Key) {
    return cards.createCardSetup(this.#calls, setup, key);
  }

  readCardSetup(sessionId: string) {
    return cards.readCardSetup(this.#calls, sessionId);
  }

  createPaymentIntent(payment: charging.NewPaymentIntent, key: Key) {
    return charging.createPaymentIntent(this.#calls, payment, key);
  }

  updatePaymentIntent(id: string, amount: Money, key: Key) {
    return charging.updatePaymentIntent(this.#calls, id, amount, key);
  }

  confirmPaymentIntent(id: string, how: charging.Confirmation, key: Key) {
    return charging.confirmPaymentIntent(this.#calls, id, how, key);
  }

  readPayment(id: string) {
    return charging.readPayment(this.#calls, id);
  }

  readPaymentIntent(id: string) {
    return charging.readPaymentIntent(this.#calls, id);
  }

  cancelPaymentIntent(id: string, key: Key) {
    return charging.cancelPaymentIntent(this.#calls, id, key);
  }

  createRefund(refund: refunds.NewRefund, key: Key) {
    return refunds.createRefund(this.#calls, refund, key);
  }

  readRefund(id: string) {
    return refunds.readRefund(this.#calls, id);
  }

  listRefunds(chargeId: string) {
    return refunds.listRefunds(this.#calls, chargeId);
  }

  readDispute(id: string) {
    return disputes.readDispute(this.#calls, id);
  }

  listDisputes(from: { readonly since: Date }) {
    return disputes.listDisputes(this.#calls, from);
  }

  uploadEvidence(file: { readonly name: string; readonly bytes: Buffer }, key: Key) {
    return disputes.uploadEvidence(this.#calls, file, key);
  }

  submitEvidence(id: string, evidence: disputes.DisputeEvidence, key: Key) {
    return disputes.submitEvidence(this.#calls, id, evidence, key);
  }

  acceptDispute(id: string, key: Key) {
    return disputes.acceptDispute(this.#calls, id, key);
  }

  createPayee(payee: payees.NewPayee, key: Key) {
    return payees.createPayee(this.#calls, payee, key);
  }

  createOnboardingLink(accountId: string, urls: { readonly returnUrl: string; readonly refreshUrl: string }, key: Key) {
    return payees.createOnboardingLink(this.#calls, accountId, urls, key);
  }

  readPayee(accountId: string) {
    return payees.readPayee(this.#calls, accountId);
  }

  schedulePayouts(accountId: string, interval: payees.PayoutInterval, key: Key) {
    return payees.schedulePayouts(this.#calls, accountId, interval, key);
  }

  closePayee(accountId: string, key: Key) {
    return payees.closePayee(this.#calls, accountId, key);
  }

  createTransfer(transfer: transfers.NewTransfer, key: Key) {
    return transfers.createTransfer(this.#calls, transfer, key);
  }

  findTransfer(which: { readonly transferGroup: string; readonly transferId: string }) {
    return transfers.findTransfer(this.#calls, which);
  }

  createReversal(reversal: reversals.NewReversal, key: Key) {
    return reversals.createReversal(this.#calls, reversal, key);
  }

  findReversal(which: { readonly transferId: string; readonly reversalId: string }) {
    return reversals.findReversal(this.#calls, which);
  }

  readPayeeBalance(accountId: string) {
    return reversals.readPayeeBalance(this.#calls, accountId);
  }

  readPayout(accountId: string, payoutId: string) {
    return bankPayouts.readPayout(this.#calls, accountId, payoutId);
  }

  listPayouts(accountId: string, since: Date) {
    return bankPayouts.listPayouts(this.#calls, accountId, since);
  }

  listPayoutTransfers(accountId: string, payoutId: string) {
    return bankPayouts.listPayoutTransfers(this.#calls, accountId, payoutId);
  }

  readBalance() {
    return balance.readBalance(this.#calls);
  }

  listBalanceTransactions(from: { readonly since: Date }) {
    return balance.listBalanceTransactions(this.#calls, from);
  }

  /** What a webhook says once its signature is proven over the raw body. Throws `Invalid` `webhook_signature`. */
  readWebhook(endpoint: WebhookEndpoint, rawBody: Buffer, signature: string): ProvenWebhook {
    return readWebhook(this.#calls, this.config, endpoint, rawBody, signature);
  }
}
