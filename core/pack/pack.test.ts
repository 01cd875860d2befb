import fc from 'fast-check';
import { strToU8, unzipSync, zipSync } from 'fflate';
import { beforeAll, describe, expect, test } from 'vitest';
import { DIALOGUE, FACTS, inventedPack } from '../../tests/fixtures/pack';
import { digestOf, type Material } from '../compile/material';
import type { Overlay } from '../compile/overlay';
import { changeBetween } from './compare';
import { MAX_PACK_BYTES, type PackFault, RefusedPack, readPack, writePack } from './pack';

let bytes: Uint8Array;
let sources: Material[];
beforeAll(async () => {
  bytes = await inventedPack();
  sources = (await readPack(bytes)).sources;
});

type Files = Record<string, Uint8Array>;
/** The pack with its files changed. */
const edited = (edit: (files: Files) => void, level: 0 | 6 = 6) => {
  const files: Files = { ...unzipSync(bytes) };
  edit(files);
  return zipSync(files, { level });
};
/** The pack with its list of sources changed. */
const listed = (
  edit: (list: { [key: string]: unknown; sources: Array<Record<string, unknown>> }) => void,
) =>
  edited((files) => {
    const list = JSON.parse(Buffer.from(files['pack.json'] ?? []).toString());
    edit(list);
    files['pack.json'] = strToU8(JSON.stringify(list));
  });
const faultOf = (pack: Uint8Array) =>
  readPack(pack).then(
    () => 'taken',
    (error) => (error instanceof RefusedPack ? error.fault : `${error}`),
  );

describe('a pack', () => {
  test('that is read and written again is the same, in whatever order its sources come', async () => {
    expect(Buffer.from(await writePack(sources)).equals(bytes)).toBe(true);
    expect(Buffer.from(await writePack(sources.toReversed())).equals(bytes)).toBe(true);
  });

  test('holds what its sources are made of', () => {
    expect(sources.map(({ id }) => id)).toEqual([FACTS, DIALOGUE]);
    expect(sources[1]?.document).toContain('Both. On the Kazakhstan side');
    expect(sources[1]?.about.people).toHaveLength(2);
  });

  test('carries what a reader has put right', async () => {
    const [facts] = sources as [Material];
    const overlay: Overlay = [{ edit: 'drop', entity: facts.entities[0]?.id ?? '' }];
    const { sources: read, refused } = await readPack(await writePack([{ ...facts, overlay }]));
    expect(refused).toEqual([]);
    expect(read[0]?.overlay).toEqual(overlay);
    expect(read[0]?.entities).toEqual(facts.entities);
  });

  test('tells how many sources are read', async () => {
    const told: Array<[number, number]> = [];
    await readPack(bytes, (read, of) => told.push([read, of]));
    expect(told).toEqual([
      [1, 2],
      [2, 2],
    ]);
  });
});

describe('a file is refused whole', () => {
  test.each<[string, () => Uint8Array, PackFault]>([
    ['without a byte', () => new Uint8Array(0), 'no-pack'],
    ['that is a text', () => strToU8('Notes'), 'no-pack'],
    ['that is another zip', () => zipSync({ 'a.txt': strToU8('a') }), 'no-pack'],
    ['of something else', () => zipSync({ 'pack.json': strToU8('{"name": "x"}') }), 'no-pack'],
    ['that is cut off', () => bytes.slice(0, bytes.length / 2), 'damaged'],
    [
      'whose list is no JSON',
      () => edited((files) => (files['pack.json'] = strToU8('{'))),
      'damaged',
    ],
    ['of a later version', () => listed((list) => (list.version = 3)), 'later-version'],
    [
      'that names a source twice',
      () => listed((list) => list.sources.push(list.sources[0] ?? {})),
      'damaged',
    ],
    [
      'with an id that leads elsewhere',
      () => listed(({ sources: [one] }) => Object.assign(one ?? {}, { id: '../x' })),
      'damaged',
    ],
    [
      'with an id of 10 KB',
      () => listed(({ sources: [one] }) => Object.assign(one ?? {}, { id: 'x'.repeat(10_000) })),
      'damaged',
    ],
    [
      'with a list of 10,000 sources',
      () =>
        listed((list) => {
          list.sources = Array.from({ length: 10_000 }, (_, i) => ({
            ...list.sources[0],
            id: `x${i}`,
          }));
        }),
      'damaged',
    ],
    [
      'that unpacks to a hundred times its size',
      () =>
        edited((files) => {
          files[`sources/${FACTS}/document.txt`] = new Uint8Array(20 << 20);
        }),
      'too-large',
    ],
    [
      'with 20,002 files',
      () =>
        edited((files) => {
          for (let i = 0; i < 20_002; i++) files[`x${i}`] = new Uint8Array(0);
        }, 0),
      'too-large',
    ],
  ])('%s', async (_, make, fault) => {
    expect(await faultOf(make())).toBe(fault);
  });

  test('that is longer than a pack may be, unread', async () => {
    const long = { byteLength: MAX_PACK_BYTES + 1 } as Uint8Array;
    expect(await faultOf(long)).toBe('too-large');
  });

  test('or taken in part, whatever byte of it is changed', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.nat(bytes.length - 1),
        fc.integer({ min: 1, max: 255 }),
        async (at, by) => {
          const broken = bytes.slice();
          broken[at] = (broken[at] ?? 0) ^ by;
          const read = await readPack(broken).catch((error) => error);
          if (read instanceof RefusedPack) return;
          expect(read.sources.length + read.refused.length).toBe(2);
          for (const source of read.sources) expect(sources).toContainEqual(source);
        },
      ),
      { numRuns: 300 },
    );
  });
});

describe('one source is refused, and takes no other with it', () => {
  test.each<[string, () => Uint8Array, string]>([
    [
      'whose document is missing',
      () =>
        edited((files) => {
          delete files[`sources/${FACTS}/document.txt`];
        }),
      'missing',
    ],
    [
      'whose document was changed',
      () =>
        edited((files) => {
          files[`sources/${FACTS}/document.txt`] = strToU8('Other words.');
        }),
      'changed',
    ],
  ])('%s', async (_, make, fault) => {
    const { sources: taken, refused } = await readPack(make());
    expect(taken.map(({ id }) => id)).toEqual([DIALOGUE]);
    expect(refused).toMatchObject([{ id: FACTS, fault }]);
  });

  test.each<[string, (source: Record<string, unknown>) => void, RegExp]>([
    [
      'a turn that there is not',
      (about) => Object.assign((about.passages as object[])[1] ?? {}, { turn: 'aside' }),
      /passages\.1\.turn/,
    ],
    ['a key of another kind', (about) => Object.assign(about, { script: 'alert(1)' }), /script/],
    ['a title that is none', (about) => Object.assign(about, { title: ['x'] }), /title/],
  ])('with %s', async (_, edit, where) => {
    const [facts, dialogue] = sources as [Material, Material];
    const about = structuredClone(facts.about) as unknown as Record<string, unknown>;
    edit(about);
    const { sources: taken, refused } = await readPack(
      await written([dialogue, { ...facts, about: about as never }]),
    );
    expect(taken.map(({ id }) => id)).toEqual([DIALOGUE]);
    expect(refused).toMatchObject([
      { id: FACTS, fault: 'faulty', detail: expect.stringMatching(where) },
    ]);
  });

  test.each(['__proto__', 'constructor'])('with a key %s', async (key) => {
    const [facts, dialogue] = sources as [Material, Material];
    const about = JSON.parse(
      JSON.stringify(facts.about).replace('{', `{"${key}": {"polluted": 1},`),
    );
    const { sources: taken, refused } = await readPack(
      await written([dialogue, { ...facts, about }]),
    );
    expect(taken.map(({ id }) => id)).toEqual([DIALOGUE]);
    expect(refused).toHaveLength(1);
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });

  test('with a name of 10 KB', async () => {
    const [facts, dialogue] = sources as [Material, Material];
    const entities = structuredClone(facts.entities);
    Object.assign(entities[0] ?? {}, { names: { en: ['x'.repeat(10_000)] } });
    const { refused } = await readPack(await written([dialogue, { ...facts, entities }]));
    expect(refused).toMatchObject([{ id: FACTS, fault: 'faulty' }]);
  });
});

/** A pack whose list agrees with what a hostile writer has put into it. */
async function written(materials: Material[]): Promise<Uint8Array> {
  const { createHash } = await import('node:crypto');
  const files: Files = {};
  const list = materials.map(({ id, document, about, entities, entitiesFoundBy }) => {
    const texts: Record<string, string> = {
      'document.txt': document,
      'source.json': JSON.stringify(about),
      'entities.json': JSON.stringify(entities),
    };
    for (const [name, text] of Object.entries(texts))
      files[`sources/${id}/${name}`] = strToU8(text);
    const sha256 = Object.fromEntries(
      Object.entries(texts).map(([name, text]) => [
        name,
        createHash('sha256').update(text).digest('hex'),
      ]),
    );
    return { id, title: 'x', entitiesFoundBy, sha256 };
  });
  files['pack.json'] = strToU8(JSON.stringify({ sidelight: 'pack', version: 1, sources: list }));
  return zipSync(files);
}

describe('what a pack would change', () => {
  test('is nothing for the same source', async () => {
    const [facts] = sources as [Material];
    expect(changeBetween(facts, structuredClone(facts)).change).toBe('same');
    expect(await digestOf(facts)).toBe(await digestOf(structuredClone(facts)));
  });

  test('is all of a source that the library does not hold', () => {
    expect(changeBetween(null, sources[0] as Material).change).toBe('new');
  });

  test('are the passages that differ', () => {
    const [facts] = sources as [Material];
    const then = {
      ...facts,
      document: facts.document.replace('the longest railways', 'the fastest railways'),
    };
    expect(changeBetween(facts, then)).toMatchObject({
      change: 'changed',
      isDescribedAnew: false,
      passages: [{ ordinal: 2, text: expect.stringContaining('the fastest railways') }],
    });
  });

  test('is what is said of the document, where its words are the same', () => {
    const [facts] = sources as [Material];
    const then = { ...facts, entities: facts.entities.slice(1) };
    expect(changeBetween(facts, then)).toMatchObject({ passages: [], isDescribedAnew: true });
  });
});
