/** Serves the pages, each measurement from a site of its own, and speaks with the content scripts on them. */
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Deferred } from './deferred.ts';
import type { BenchPage } from './pages.ts';

export type Result = Record<string, number | string | null | undefined>;

/** What one measurement waits for. */
interface Visit {
  isReady: Deferred;
  mayRun: Deferred;
  result: Deferred<Result>;
}

/** Nothing is fetched from anywhere. Isolation gives the page, and us, a clock of 5 µs. */
const HEADERS = {
  'content-type': 'text/html; charset=utf-8',
  'cache-control': 'no-store',
  'content-security-policy':
    "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; img-src data:; connect-src 'self'",
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-embedder-policy': 'require-corp',
};

export class BenchSite {
  readonly #server: Server;
  readonly #pages: Map<string, BenchPage>;
  readonly #visits = new Map<string, Visit>();
  #count = 0;

  private constructor(server: Server, pages: BenchPage[]) {
    this.#server = server;
    this.#pages = new Map(pages.map((page) => [page.id, page]));
    server.on('request', async (request: IncomingMessage, response) => {
      const { pathname, hostname } = new URL(request.url ?? '/', `http://${request.headers.host}`);
      const visit = this.#visits.get(hostname);
      if (request.method === 'POST') {
        const body = await bodyOf(request);
        if (pathname === '/bench/ready') {
          visit?.isReady.resolve();
          await visit?.mayRun.promise;
        } else visit?.result.resolve(JSON.parse(body) as Result);
        response.end();
        return;
      }
      const page = this.#pages.get(decodeURIComponent(pathname.split('/')[2] ?? ''));
      response.writeHead(page ? 200 : 404, HEADERS);
      response.end(page?.html ?? '');
    });
  }

  static async open(pages: BenchPage[]): Promise<BenchSite> {
    const server = createServer();
    await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
    return new BenchSite(server, pages);
  }

  /** A new site for one measurement, or the next page of one. */
  visit(
    variant: string,
    page: string,
    query: string,
    host = `${variant}-${++this.#count}.localhost`,
  ): Visit & { address: string; host: string } {
    const visit: Visit = {
      isReady: new Deferred(),
      mayRun: new Deferred(),
      result: new Deferred(),
    };
    this.#visits.set(host, visit);
    const { port } = this.#server.address() as AddressInfo;
    return { ...visit, host, address: `http://${host}:${port}/${variant}/${page}?${query}` };
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((closed) => this.#server.close(closed));
  }
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  let body = '';
  for await (const part of request) body += part;
  return body;
}
