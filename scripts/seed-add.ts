/**
 * `npm run seed:add -- <slug> <file>`: begins a source that Sidelight carries, in `seeds/<slug>/`, with the names and
 * speakers that are found in a document, and says what to review.
 */
import { resolve } from 'node:path';
import { loadModule } from './load-module.ts';
import './tell-failure.ts';

const SEEDS = resolve(import.meta.dirname, '../seeds');
/** npm runs scripts in the project's folder, and tells where it was called. */
const from = (path: string) => resolve(process.env.INIT_CWD ?? process.cwd(), path);

const [slug, file] = process.argv.slice(2);
if (slug === undefined || file === undefined) {
  console.error('Which source? npm run seed:add -- <slug> <file>');
  process.exit(2);
}
// pdf.js drops promises on damaged files; what is wrong with one is told all the same.
process.on('unhandledRejection', (error) => console.error(String(error)));
const { module, close } = await loadModule<typeof import('../modules/seeds/begin-seed.ts')>(
  'modules/seeds/begin-seed.ts',
);
try {
  const review = await module.addSeed(SEEDS, slug, from(file));
  console.log(`seeds/${slug}/ is begun. Review, as seeds/README.md says:`);
  for (const line of review) console.log(`  - ${line}`);
  console.log(
    'Then npm run build, which names every fault with its line; npm run demo shows the result.',
  );
} finally {
  await close();
}
