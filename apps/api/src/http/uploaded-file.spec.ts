import { Controller, Module, Post } from '@nestjs/common';
import { APP_FILTER } from '@nestjs/core';
import { Logger } from '@nestjs/common';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { Test } from '@nestjs/testing';

import { ProblemFilter } from './problem.filter.ts';
import { type Uploaded, UploadedFile, takeUploads } from './uploaded-file.ts';

@Controller('files')
class Files {
  @Post()
  take(@UploadedFile() file: Uploaded): object {
    return { name: file.name, size: file.bytes.length, fields: file.fields };
  }
}

@Module({ controllers: [Files], providers: [Logger, { provide: APP_FILTER, useClass: ProblemFilter }] })
class Intake {}

let app: NestFastifyApplication;
let url: string;

beforeAll(async () => {
  const module = await Test.createTestingModule({ imports: [Intake] }).compile();
  app = module.createNestApplication<NestFastifyApplication>(new FastifyAdapter({ bodyLimit: 1_048_576 }), {
    rawBody: true,
    logger: false,
  });
  await takeUploads(app);
  await app.listen(0, '127.0.0.1');
  url = `${await app.getUrl()}/files`;
});
afterAll(() => app.close());

async function send(size: number, fields: Record<string, string> = {}) {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  form.append('file', new Blob([Buffer.alloc(size, 'a')]), 'a.txt');
  const answer = await fetch(url, { method: 'POST', body: form });
  return { status: answer.status, body: (await answer.json()) as Record<string, unknown> };
}

test('a file of several megabytes comes with the fields before it', async () => {
  expect(await send(5_000_000, { says: 'what it shows' })).toEqual({
    status: 201,
    body: { name: 'a.txt', size: 5_000_000, fields: { says: 'what it shows' } },
  });
});

test('one that is too large, missing or in a broken form is refused by name', async () => {
  expect(await send(10 * 1_048_576 + 1)).toMatchObject({ status: 400, body: { code: 'file_too_large' } });
  const without = await fetch(url, { method: 'POST', body: new URLSearchParams({ a: 'b' }) });
  expect(without.status).toBeGreaterThanOrEqual(400);
  expect(without.status).toBeLessThan(500);
  const empty = new FormData();
  empty.append('says', 'nothing');
  const missing = await fetch(url, { method: 'POST', body: empty });
  expect(await missing.json()).toMatchObject({ code: 'file_missing' });
  const broken = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'multipart/form-data; boundary=x' },
    body: '--x\r\nContent-Disposition: form-data; name="file"; filename="a"\r\n\r\nhalf',
  });
  expect(broken.status).toBe(400);
  expect(await broken.json()).toMatchObject({ code: 'upload_malformed' });
});
