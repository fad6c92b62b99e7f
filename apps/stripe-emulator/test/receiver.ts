import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

interface Heard {
  readonly path: string;
  readonly type: string;
  readonly id: string;
  readonly body: string;
  readonly signature: string;
}

export interface Receiver {
  readonly url: string;
  readonly heard: Heard[];
  /** Status codes to answer next, in order; then 200. */
  readonly answers: number[];
  stop(): Promise<void>;
}

/** Something that takes webhooks and remembers them. */
export async function receiver(port = 0): Promise<Receiver> {
  const heard: Heard[] = [];
  const answers: number[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const body = Buffer.concat(chunks).toString('utf8');
      const { type, id } = JSON.parse(body) as { type: string; id: string };
      const status = answers.shift() ?? 200;
      heard.push({ path: request.url ?? '', type, id, body, signature: String(request.headers['stripe-signature']) });
      response.writeHead(status).end();
    });
  });
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  const bound = (server.address() as AddressInfo).port;
  return {
    url: `http://127.0.0.1:${bound}`,
    heard,
    answers,
    stop: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
