import { Invalid, NotFound } from '@app/kernel';

export class FileNotFound extends NotFound {
  constructor() {
    super('file_not_found', 'There is no such file.');
  }
}

/** A row names bytes that are not there: a fault of ours, never an answer. */
export class ContentLost extends Error {
  constructor(id: string) {
    super(`the content ${id} is not in the store`);
    this.name = 'ContentLost';
  }
}

export class FileTooLarge extends Invalid {
  constructor(largestBytes: number) {
    super('file_too_large', `A file may have ${largestBytes} bytes.`, [{ field: 'file', message: 'is too large' }], {
      largestBytes,
    });
  }
}

export class FileEmpty extends Invalid {
  constructor() {
    super('file_empty', 'The file is empty.', [{ field: 'file', message: 'is empty' }]);
  }
}

export class FileTypeRefused extends Invalid {
  constructor(accepted: readonly string[]) {
    super(
      'file_type_refused',
      'Files of this type are not taken.',
      [{ field: 'file', message: 'is of another type' }],
      {
        accepted,
      },
    );
  }
}

export class ImageUnreadable extends Invalid {
  constructor() {
    super('image_unreadable', 'The picture is damaged or too large.', [{ field: 'file', message: 'cannot be read' }]);
  }
}
