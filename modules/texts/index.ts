/** Gives the pages of the extension, its manifest and the compiler what `locales/` says. */
import { resolve } from 'node:path';
import { addViteConfig, defineWxtModule } from 'wxt/modules';
import { LANGUAGES } from '../../core/choices/settings';
import { declareTexts, manifestTexts, readTexts, textsPlugin } from './read-texts';

/** How browsers and their stores call the folder of a language, where that is not its code. */
const FOLDERS: Partial<Record<string, string>> = { zh: 'zh_CN' };

export default defineWxtModule((wxt) => {
  const folder = resolve(wxt.config.root, 'locales');
  addViteConfig(wxt, () => ({ plugins: [textsPlugin(folder)] }));
  wxt.hook('build:publicAssets', (_, assets) => {
    for (const language of LANGUAGES) {
      assets.push({
        relativeDest: `_locales/${FOLDERS[language] ?? language}/messages.json`,
        contents: JSON.stringify(manifestTexts(readTexts(folder, language))),
      });
    }
  });
  wxt.hook('prepare:types', (_, entries) => {
    entries.push({
      path: 'types/texts.d.ts',
      text: declareTexts(readTexts(folder, 'en')),
      tsReference: true,
    });
  });
});
