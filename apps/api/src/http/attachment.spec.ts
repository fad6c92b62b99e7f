import fastify from 'fastify';

import { sendAttachment } from './attachment.ts';

test('a file is saved and never shown, whatever it is called', async () => {
  const app = fastify();
  app.get('/', (_, reply) =>
    sendAttachment(reply, { name: `Årsoppgjør "2026"'s.txt`, type: 'text/plain', size: 5 }, Buffer.from('<b>hi')),
  );
  const { headers, body } = await app.inject('/');
  expect(body).toBe('<b>hi');
  expect(headers).toMatchObject({
    'content-type': 'text/plain; charset=utf-8',
    'content-disposition': `attachment; filename="_rsoppgj_r _2026__s.txt"; filename*=UTF-8''%C3%85rsoppgj%C3%B8r%20%222026%22%27s.txt`,
    'x-content-type-options': 'nosniff',
    'cache-control': 'private, no-store',
  });
  expect(headers['content-security-policy']).toContain('sandbox');
  await app.close();
});
