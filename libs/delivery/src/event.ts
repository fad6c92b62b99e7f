/** Something that happened, in the words of the domain. Payloads carry ids, instants as ISO text and cents; never personal data. */
export interface DomainEvent<Type extends string = string, Payload extends object = object> {
  readonly type: Type;
  readonly payload: Payload;
}

/** An event as its handlers receive it. */
export interface DeliveredEvent<Payload extends object = object> {
  readonly id: string;
  readonly type: string;
  readonly payload: Payload;
  readonly occurredAt: string;
}
