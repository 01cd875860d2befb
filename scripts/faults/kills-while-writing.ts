/** Figure 4: the browser is killed while packs are written; what was in the library is whole at the next start. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readPack, writePack } from '../../core/pack/pack';
import { packFolder } from '../../modules/seeds/pack-folder';
import { INVENTED } from '../../tests/fixtures/pack';
import { type BrowserName, startBrowser } from '../browsers';
import type { Figure } from './figure';
import { isThere, kill, leftBehind, libraryPage, ownSources } from './library-page';

const KILLS = 50;
/** Copies of the invented sources in a pack: it takes about a second to write. */
const COPIES = 60;
/** A pack is written within this time; kills fall anywhere in it. */
const LATEST_MS = 1500;

export const killsWhileWriting: Figure = {
  id: '4',
  title: 'kills of the browser while a pack is written',
  goal: `${KILLS} kills, 0 sources lost or torn, 0 left behind`,
  exclusions: 'loss of power, which takes what the system has not yet written to the disk',
  inBrowsers: true,
  async run(name) {
    const folder = mkdtempSync(join(tmpdir(), 'sidelight-kills-'));
    const profile = join(folder, 'profile');
    const failures: string[] = [];
    let written = 0;
    try {
      let held = 0;
      for (let round = 1; round <= KILLS; round++) {
        const pack = join(folder, `${round}.zip`);
        writeFileSync(pack, await packOf(round));
        await killWhile(name, profile, pack, (round * 337) % LATEST_MS);
        const found = await lookAt(name, profile);
        const rounds = [...new Set(found.rounds)];
        if (rounds.length > 1) failures.push(`after kill ${round}: sources of rounds ${rounds}`);
        const now = rounds[0] ?? 0;
        if (now !== held && now !== round)
          failures.push(`after kill ${round}: round ${now}, not ${held}`);
        if (now > 0 && found.rounds.length !== 2 * COPIES) {
          failures.push(`after kill ${round}: ${found.rounds.length} of ${2 * COPIES} sources`);
        }
        if (found.jobs > 0 || found.texts !== found.rounds.length) {
          failures.push(
            `after kill ${round}: ${found.jobs} jobs and ${found.texts} texts are left`,
          );
        }
        if (now === round) written++;
        held = now;
      }
    } finally {
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
    }
    if (written === 0) failures.push('no pack was ever written');
    return {
      measured: `${KILLS} kills, ${written} of them after the pack was written: ${failures.length} lost, torn or left behind`,
      control: '–',
      failures: failures.slice(0, 3),
    };
  },
};

/** A pack whose every source tells its round. */
async function packOf(round: number): Promise<Uint8Array> {
  const { bytes } = await packFolder(INVENTED, null, () => {});
  const { sources } = await readPack(bytes);
  const copies = Array.from({ length: COPIES }, (_, copy) =>
    sources.map((source) => ({
      ...source,
      id: `${source.id}-${copy}`,
      about: { ...source.about, title: `Round ${round}` },
    })),
  );
  return writePack(copies.flat());
}

async function killWhile(
  name: BrowserName,
  profile: string,
  pack: string,
  after: number,
): Promise<void> {
  const { browser, origin } = await startBrowser(name, { headless: true, profile });
  const page = await libraryPage(browser, origin);
  await isThere(page, 'input[type=file]');
  await (await page.$('input[type=file]'))?.uploadFile(pack);
  await isThere(page, 'button.page-apply');
  await page.$eval('button.page-apply', (button) => (button as HTMLElement).click());
  await new Promise((resolve) => setTimeout(resolve, after));
  await kill(browser, profile);
}

/** What the next start finds. */
async function lookAt(name: BrowserName, profile: string) {
  const { browser, origin } = await startBrowser(name, { headless: true, profile });
  try {
    const page = await libraryPage(browser, origin);
    await isThere(page, '.library-source');
    const own = (await ownSources(page)).filter(({ id }) => id.startsWith('invented-'));
    for (const { id, passages } of own)
      if (passages < 8) throw new Error(`${id} has ${passages} passages`);
    return {
      rounds: own.map(({ title }) => Number(title.replace('Round ', ''))),
      ...(await leftBehind(page)),
    };
  } finally {
    await browser.close();
  }
}
