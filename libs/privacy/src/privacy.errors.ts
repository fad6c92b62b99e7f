import { Conflict, Invalid, NotFound, TooMany } from '@app/kernel';

import type { Obstacle } from './erasure/obstacles.ts';

export class ExportNotFound extends NotFound {
  constructor() {
    super('export_not_found', 'There is no such export.');
  }
}

export class ExportUnderWay extends Conflict {
  constructor() {
    super('export_under_way', 'An export is being gathered already.');
  }
}

export class TooManyExports extends TooMany {
  constructor() {
    super('too_many_exports', 'You have asked for several exports today. Ask again tomorrow.');
  }
}

export class DownloadLinkNotValid extends Invalid {
  constructor() {
    super('download_link_not_valid', 'This link has been used or is too old. Ask for another export.', [
      { field: 'token', message: 'has been used or is too old' },
    ]);
  }
}

export class EmailDiffers extends Invalid {
  constructor() {
    super('email_differs', 'This is not the address of your account.', [
      { field: 'email', message: 'is not the address of your account' },
    ]);
  }
}

export class ErasureUnderWay extends Conflict {
  constructor() {
    super('erasure_under_way', 'Your account is being erased already.');
  }
}

export class ErasureNotFound extends NotFound {
  constructor() {
    super('erasure_not_found', 'Your account is not being erased.');
  }
}

export class ErasureBlocked extends Conflict {
  constructor(obstacles: readonly Obstacle[]) {
    super('erasure_blocked', 'Something has to be settled first.', { obstacles });
  }
}
