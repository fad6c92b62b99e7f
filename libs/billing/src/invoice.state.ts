export type InvoiceState = 'issued' | 'charging' | 'past_due' | 'paid' | 'uncollectible' | 'void';

export const invoiceTransitions = {
  issued: ['charging', 'void'],
  charging: ['paid', 'past_due'],
  past_due: ['charging', 'paid', 'uncollectible', 'void'],
  paid: [],
  uncollectible: ['paid'],
  void: [],
} as const satisfies Record<InvoiceState, readonly InvoiceState[]>;
