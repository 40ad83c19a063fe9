import { createServer } from 'node:http';
import { connect, type AddressInfo, type Socket } from 'node:net';

/** Answers refused names at once: a browser tries again for a long time when a connection is merely dropped. */
const REFUSED = 'HTTP/1.1 403 Forbidden\r\ncontent-length: 0\r\n\r\n';

export interface SiteProxy {
  readonly port: number;
  close(): Promise<void>;
}

/**
 * A proxy on this machine through which a browser reaches the sample site as huggingface.co, and nothing else. For
 * Firefox, which has no rules for host names; unlike intercepted requests it holds for every tab that a reader opens.
 * @param sitePort where the sample site listens
 */
export async function startSiteProxy(sitePort: number): Promise<SiteProxy> {
  const sockets = new Set<Socket>();
  const server = createServer((_request, response) => response.writeHead(403).end());
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
  });
  server.on('connect', (request, client: Socket) => {
    client.on('error', () => client.destroy());
    if (request.url !== 'huggingface.co:443') return client.end(REFUSED);
    const site = connect(sitePort, '127.0.0.1', () => {
      client.write('HTTP/1.1 200 Connection established\r\n\r\n');
      site.pipe(client).pipe(site);
    });
    site.on('error', () => client.destroy());
    client.on('close', () => site.destroy());
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(0, '127.0.0.1', resolve);
  });
  return {
    port: (server.address() as AddressInfo).port,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const socket of sockets) socket.destroy();
      }),
  };
}
