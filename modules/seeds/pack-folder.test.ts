import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readPack } from '../../core/pack/pack';
import { FACTS, INVENTED } from '../../tests/fixtures/pack';
import { seedFiles } from '../../tests/fixtures/seed';
import { packFolder } from './pack-folder';

test('overlays go into the pack beside what they put right', async () => {
  const overlays = `${FACTS}:\n  - {edit: about, publisher: The Press}\n`;
  const { bytes, problems } = await packFolder(INVENTED, overlays, () => {});
  expect(problems).toEqual([]);
  const { sources } = await readPack(bytes);
  const facts = sources.find(({ id }) => id === FACTS);
  expect(facts?.overlay).toEqual([{ edit: 'about', publisher: 'The Press' }]);
  expect(facts?.about.publisher).toBeNull();
});

test('an overlay of a source that is not there is told', async () => {
  const { problems } = await packFolder(INVENTED, 'nowhere: []\n', () => {});
  expect(problems).toEqual([expect.stringContaining('nowhere')]);
});

test('what is no overlay is refused with the place of the fault', async () => {
  const overlays = `${FACTS}:\n  - {edit: paint}\n`;
  await expect(packFolder(INVENTED, overlays, () => {})).rejects.toThrow(/0\.edit/);
});

test('documents are packed, but what says of the folder what is in it; one that cannot be read takes no other with it', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'sidelight-pack-'));
  writeFileSync(join(folder, 'rain.txt'), 'Rain in Aktau\n\nIt rained in Aktau.');
  writeFileSync(join(folder, 'README.md'), '# Notes\n\nIt rains here.');
  writeFileSync(join(folder, 'nothing.txt'), '');
  const { packed, problems } = await packFolder(folder, null, () => {});
  expect(packed).toEqual(['rain-in-aktau']);
  expect(problems).toEqual([expect.stringMatching(/^nothing\.txt: empty/)]);
});

test('a source that is not whole, or not reviewed, is told with what to do, and takes no other with it', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'sidelight-pack-'));
  writeFileSync(join(folder, 'rain.txt'), 'Rain in Aktau\n\nIt rained in Aktau.');
  mkdirSync(join(folder, 'half'));
  writeFileSync(join(folder, 'half', 'source.yaml'), seedFiles.source);
  mkdirSync(join(folder, 'begun'));
  const { document, source, entities } = seedFiles;
  writeFileSync(join(folder, 'begun', 'document.txt'), document);
  writeFileSync(join(folder, 'begun', 'source.yaml'), source);
  writeFileSync(join(folder, 'begun', 'entities.yaml'), `# To review: rare.\n${entities}`);
  const { packed, problems } = await packFolder(folder, null, () => {});
  expect(packed).toEqual(['rain-in-aktau']);
  expect(problems).toEqual([
    expect.stringMatching(/^begun\/entities\.yaml:1: one thing is not reviewed\. Check/),
    expect.stringMatching(/^half: there is no document\.txt and no entities\.yaml\. Write/),
  ]);
});
