import { createServer, type Server } from 'node:https';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { generate } from 'selfsigned';
import { buildSite } from './build';
import { respond, type SiteOptions } from './respond';

export { respond, type SiteOptions, type SiteRequest, type SiteResponse } from './respond';

export interface SampleSite {
  readonly port: number;
  /** Where it is reached without any mapping of names. */
  readonly url: string;
  close(): Promise<void>;
}

/**
 * Serves the sample site over HTTPS on this machine, for browsers that map huggingface.co to it.
 * `port` 0, the default, takes a free one. Throws when the port is taken or the site cannot be built.
 */
export async function startSampleSite(options: SiteOptions & { port?: number } = {}): Promise<SampleSite> {
  const [certificate] = await Promise.all([createCertificate(), buildSite()]);
  const server = createServer({ key: certificate.private, cert: certificate.cert }, (request, response) => {
    void serve(request, response, options);
  });
  await listen(server, options.port ?? 0);
  const { port } = server.address() as AddressInfo;
  return { port, url: `https://127.0.0.1:${port}`, close: () => close(server) };
}

async function serve(request: IncomingMessage, response: ServerResponse, options: SiteOptions): Promise<void> {
  try {
    const url = `https://${request.headers.host ?? 'huggingface.co'}${request.url ?? '/'}`;
    const { status, headers, body } = await respond({ url, method: request.method ?? 'GET' }, options);
    response.writeHead(status, headers).end(request.method === 'HEAD' ? undefined : body);
  } catch (error) {
    console.error(`Sample site: ${request.url} failed`, error);
    response.writeHead(500, { 'content-type': 'text/plain' }).end('Internal Server Error');
  }
}

function createCertificate() {
  return generate([{ name: 'commonName', value: 'huggingface.co' }], {
    algorithm: 'sha256',
    keyType: 'ec',
    extensions: [
      { name: 'subjectAltName', altNames: [
        { type: 2, value: 'huggingface.co' },
        { type: 2, value: 'localhost' },
        { type: 7, ip: '127.0.0.1' },
      ] },
    ],
  });
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject).listen(port, '127.0.0.1', resolve);
  });
}

function close(server: Server): Promise<void> {
  return new Promise((resolve, reject) => {
    server.close((error) => (error ? reject(error) : resolve()));
    // Browsers keep connections open; without this, close() would wait for them.
    server.closeAllConnections();
  });
}
