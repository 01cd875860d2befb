/** Builds the extension of the benchmark: a content script for each thing that is measured, by address. */
import { copyFileSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { build, type Plugin, runnerImport } from 'vite';

const ROOT = resolve(import.meta.dirname, '..');
const OUTPUT = join(ROOT, '.output/bench');
/** The same as the extension's own, since scripts/browsers.ts pins the address that belongs to it. */
const FIREFOX_ID = 'sidelight@sidelight.example';

/** Content scripts, by the first part of the addresses that they run on. `none` runs nothing. */
const SCRIPTS = {
  ours: 'ours',
  empty: 'empty',
  walk: 'walk',
  wake: 'wake',
  'mark-list': 'peers/mark-list',
  'mark-expression': 'peers/mark-expression',
  'find-and-replace': 'peers/find-and-replace',
  'aho-corasick': 'peers/aho-corasick',
  'expression-highlight': 'peers/expression-highlight',
} as const;
export type Variant = keyof typeof SCRIPTS | 'none';

export interface BenchExtension {
  chromium: string;
  firefox: string;
  /** What was searched for. */
  libraries: Array<{ name: string; names: number; forms: number; sieveBytes: number }>;
  names: string[];
}

/** @param pageText text of all pages */
export async function buildExtension(pageText: string): Promise<BenchExtension> {
  rmSync(OUTPUT, { recursive: true, force: true });
  const folders = { chromium: join(OUTPUT, 'chromium'), firefox: join(OUTPUT, 'firefox') };
  for (const folder of Object.values(folders)) mkdirSync(folder, { recursive: true });

  const { module } = await runnerImport<typeof import('./library.ts')>(
    join(ROOT, 'bench/library.ts'),
    { configFile: false, root: ROOT, logLevel: 'error' },
  );
  const { libraries, names } = module.makeLibraries(join(ROOT, 'seeds'), pageText);
  const entries = { ...SCRIPTS, background: 'background' };
  for (const [name, entry] of Object.entries(entries)) await buildScript(name, entry, names);

  for (const [browser, folder] of Object.entries(folders)) {
    for (const name of Object.keys(entries)) {
      copyFileSync(join(OUTPUT, 'scripts', `${name}.js`), join(folder, `${name}.js`));
    }
    for (const { name, buffer } of libraries) {
      writeFileSync(join(folder, `${name}.bin`), new Uint8Array(buffer));
    }
    const packed = libraries.map(({ name, sieve, entities }) => ({ name, sieve, entities }));
    writeFileSync(join(folder, 'libraries.json'), JSON.stringify(packed));
    writeFileSync(join(folder, 'manifest.json'), JSON.stringify(manifest(browser), null, 2));
  }
  return {
    ...folders,
    names,
    libraries: libraries.map(({ name, names, forms, sieve }) => ({
      name,
      names,
      forms,
      sieveBytes: sieve.filter.length,
    })),
  };
}

async function buildScript(name: string, entry: string, names: string[]): Promise<void> {
  await build({
    configFile: false,
    root: ROOT,
    logLevel: 'error',
    plugins: [namesPlugin(names)],
    build: {
      outDir: join(OUTPUT, 'scripts'),
      emptyOutDir: false,
      copyPublicDir: false,
      target: 'es2023',
      lib: {
        entry: join(ROOT, 'bench/extension', `${entry}.ts`),
        formats: ['iife'],
        name: 'bench',
        fileName: () => `${name}.js`,
      },
    },
  });
}

function namesPlugin(names: string[]): Plugin {
  const id = 'virtual:bench-names';
  return {
    name: 'bench:names',
    resolveId: (asked) => (asked === id ? `\0${id}` : undefined),
    load: (asked) => (asked === `\0${id}` ? `export default ${JSON.stringify(names)};` : undefined),
  };
}

function manifest(browser: string) {
  return {
    manifest_version: 3,
    name: 'Sidelight bench',
    version: '0.1.0',
    permissions: ['storage', 'unlimitedStorage'],
    background:
      browser === 'firefox' ? { scripts: ['background.js'] } : { service_worker: 'background.js' },
    content_scripts: Object.keys(SCRIPTS).map((name) => ({
      matches: [`http://*.localhost/${name}/*`],
      js: [`${name}.js`],
      run_at: 'document_idle',
    })),
    ...(browser === 'firefox' && {
      browser_specific_settings: {
        gecko: {
          id: FIREFOX_ID,
          strict_min_version: '153.0',
          data_collection_permissions: { required: ['none'] },
        },
      },
    }),
  };
}
