/**
 * Loads a module of the project in Node, with what its bundler understands: files as data, patterns of files. Unlike
 * Vite's `runnerImport` it stays open, so that what is imported later is found too.
 */
import { resolve } from 'node:path';
import { createServer } from 'vite';

const ROOT = resolve(import.meta.dirname, '..');

/** @param path from the project's folder */
export async function loadModule<Module>(
  path: string,
): Promise<{ module: Module; close(): Promise<void> }> {
  const server = await createServer({
    configFile: false,
    root: ROOT,
    logLevel: 'error',
    appType: 'custom',
    server: { middlewareMode: true, hmr: false, ws: false, watch: null },
    optimizeDeps: { noDiscovery: true },
  });
  const module = (await server.ssrLoadModule(`/${path}`)) as Module;
  return { module, close: () => server.close() };
}
