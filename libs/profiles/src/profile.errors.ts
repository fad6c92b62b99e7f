import { NotFound } from '@app/kernel';

export class AssistantNotFound extends NotFound {
  constructor(id: string) {
    super('assistant_not_found', `There is no assistant ${id}.`);
  }
}

export class NoProfileYet extends NotFound {
  constructor() {
    super('no_profile_yet', 'You have not saved a profile yet.');
  }
}
