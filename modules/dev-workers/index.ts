/**
 * Workers while Sidelight is developed. Vite serves their scripts from its own origin, from which no browser starts a
 * worker for a page of ours: Chromium ends the page. So a script of ours starts, and loads them.
 */
import { addViteConfig, defineWxtModule } from 'wxt/modules';

const LOADER = 'dev-worker.js';
/** What comes before the script is there waits for it. */
const LOADER_CODE = `const early = [];
const keep = (event) => early.push(event.data);
addEventListener('message', keep);
await import(new URL(location.href).searchParams.get('script'));
removeEventListener('message', keep);
for (const data of early) dispatchEvent(new MessageEvent('message', { data }));
`;

export default defineWxtModule((wxt) => {
  if (wxt.config.command !== 'serve') return;
  wxt.hook('build:publicAssets', (_, files) => {
    files.push({ relativeDest: LOADER, contents: LOADER_CODE });
  });
  addViteConfig(wxt, () => ({
    plugins: [
      {
        name: 'sidelight:dev-workers',
        enforce: 'post',
        transform(code: string) {
          const loaded = code.replace(
            /new Worker\(\s*(new URL\([^()]*\))/g,
            (_, script) => `new Worker("/${LOADER}?script=" + encodeURIComponent(${script})`,
          );
          // Within its line nothing moves that anybody would look for.
          return loaded === code ? null : { code: loaded, map: null };
        },
      },
    ],
  }));
});
