import { Conflict, NotFound } from '@app/kernel';

export class ApiTokenNotFound extends NotFound {
  constructor() {
    super('api_token_not_found', 'There is no such token of yours, or it has been revoked already.');
  }
}

export class TooManyApiTokens extends Conflict {
  constructor(most: number) {
    super('too_many_api_tokens', `Nobody has more than ${most} tokens. Revoke one that you do not use.`, { most });
  }
}
