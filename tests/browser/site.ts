/** A web site on the loopback for tests: fixture pages, and pages that a test writes itself. */
import { readdirSync, readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join, resolve } from 'node:path';
import { type ExpectedMark, readMarkers } from '../page-markers';

const PAGES = resolve(import.meta.dirname, '../pages');

interface Served {
  body: string | Buffer;
  headers: Record<string, string>;
}

export class Site {
  readonly #server: Server;
  readonly #served = new Map<string, Served>();
  /** What browsers asked for. */
  readonly requests: string[] = [];
  /** What pages have expected of us, by path. */
  readonly expected = new Map<string, ExpectedMark[]>();

  private constructor(server: Server) {
    this.#server = server;
    server.on('request', (request: IncomingMessage, response) => {
      const path = new URL(request.url ?? '/', 'http://localhost').pathname;
      this.requests.push(path);
      // Browsers ask for it on their own, and report a miss as an error of the page.
      const served = path === '/favicon.ico' ? { body: '', headers: {} } : this.#served.get(path);
      response.writeHead(served ? 200 : 404, served?.headers ?? {});
      response.end(served?.body ?? '');
    });
  }

  static async open(): Promise<Site> {
    const server = createServer();
    await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
    const site = new Site(server);
    for (const file of readdirSync(PAGES).filter((name) => name.endsWith('.html'))) {
      site.serve(`/${file}`, readFileSync(join(PAGES, file), 'utf8'));
    }
    return site;
  }

  get port(): number {
    return (this.#server.address() as AddressInfo).port;
  }

  /** Serves a page with markers. @returns its address */
  serve(path: string, page: string, headers: Record<string, string> = {}): string {
    const { html, expected } = readMarkers(page, path);
    this.expected.set(path, expected);
    return this.serveRaw(path, html, { 'content-type': 'text/html; charset=utf-8', ...headers });
  }

  serveRaw(path: string, body: string | Buffer, headers: Record<string, string>): string {
    this.#served.set(path, { body, headers });
    return this.address(path);
  }

  /** @param host a second name of the loopback makes a second site */
  address(path: string, host = 'localhost'): string {
    return `http://${host}:${this.port}${path}`;
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((closed) => this.#server.close(closed));
  }
}
