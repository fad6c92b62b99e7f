import { createServer } from 'node:http';

/** Answers 200 on /healthz and nothing else: a bare server, since a framework would double the worker's memory. */
export function listenForHealth(port: number): { close(): void } {
  const server = createServer((request, response) => {
    const known = request.url === '/healthz';
    response.writeHead(known ? 200 : 404, { 'content-type': 'application/json' });
    response.end(known ? '{"status":"ok"}' : '{"status":"not found"}');
  }).listen(port);
  return {
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}
