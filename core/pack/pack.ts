/**
 * Packs: files that carry sources from one library to another (docs/pack-format.md). A pack may be hostile: nothing in
 * it is trusted, everything is limited and checked before it is unpacked, and a source that is refused takes no other
 * with it.
 */
import { strFromU8, strToU8, Unzip, UnzipInflate, zipSync } from 'fflate';
import * as v from 'valibot';
import { filesOf, type Material, MaterialFault, readFiles } from '../compile/material';
import type { SourceId } from '../model/source';
import { sha256 } from '../text/sha256';
import { isSlug } from '../text/slug';

/** Version 1 had no overlays. */
const PACK_VERSION = 2;
/** Of the file; more is refused unread. */
export const MAX_PACK_BYTES = 256 << 20;
/** Of everything in it. Text deflates to a third; a file that unpacks to more than a hundred times its size is a trap. */
const MAX_UNPACKED_BYTES = 512 << 20;
const MAX_RATIO = 100;
const MAX_SOURCES = 5000;
/** Of one file in it: a document of ten million characters. */
const MAX_FILE_BYTES = 32 << 20;

/** Deflate packs a thousand bytes into one at most: so much may come of a slice before its size is looked at, times that. */
const SLICE = 1 << 14;

/** Zip's own earliest date: packs that hold the same are the same. */
const NO_DATE = new Date(1980, 0, 1);
const LIST = 'pack.json';
const FILES = ['document.txt', 'source.json', 'entities.json', 'overlay.json'] as const;
type FileName = (typeof FILES)[number];

/** Why a whole file is refused. */
export type PackFault =
  | 'too-large'
  /** It is something else. */
  | 'no-pack'
  /** A later Sidelight wrote it. */
  | 'later-version'
  /** Its list of sources is missing or wrong, or it cannot be unpacked. */
  | 'damaged';

/** Why one source of a pack is refused. */
export type SourceFault =
  /** A file of it is missing. */
  | 'missing'
  /** A file is not what the list says. */
  | 'changed'
  /** What a file holds is not as it should be, or does not fit the document. */
  | 'faulty'
  /** Sidelight carries a source of this id itself. */
  | 'bundled';

export class RefusedPack extends Error {
  readonly fault: PackFault;

  constructor(fault: PackFault, detail: string) {
    super(detail);
    this.fault = fault;
  }
}

export interface RefusedSource {
  id: SourceId;
  title: string;
  fault: SourceFault;
  /** Where and what, in English, for whoever made the pack. */
  detail: string;
}

export interface Pack {
  sources: Material[];
  refused: RefusedSource[];
}

const hash = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/));
const id = v.pipe(v.string(), v.check(isSlug));
const listed = v.strictObject({
  id,
  title: v.pipe(v.string(), v.maxLength(1000)),
  entitiesFoundBy: v.picklist(['review', 'machine']),
  sha256: v.strictObject({
    'document.txt': hash,
    'source.json': hash,
    'entities.json': hash,
    'overlay.json': v.optional(hash),
  }),
});
const list = v.strictObject({
  sidelight: v.literal('pack'),
  version: v.picklist([1, PACK_VERSION]),
  sources: v.pipe(
    v.array(listed),
    v.maxLength(MAX_SOURCES),
    v.check(
      (sources) => new Set(sources.map((one) => one.id)).size === sources.length,
      'an id stands twice',
    ),
  ),
});

/** @returns the bytes of the file: the same for the same sources, in whatever order they are given */
export async function writePack(sources: readonly Material[]): Promise<Uint8Array> {
  const files: Record<string, Uint8Array> = {};
  const entries: Array<v.InferOutput<typeof listed>> = [];
  for (const material of sources.toSorted((a, b) => (a.id < b.id ? -1 : 1))) {
    const { document, source, entities, overlay } = filesOf(material);
    const texts = {
      'document.txt': document,
      'source.json': source,
      'entities.json': entities,
      ...(overlay !== null && { 'overlay.json': overlay }),
    };
    const hashes = {} as v.InferOutput<typeof listed>['sha256'];
    for (const name of FILES) {
      const text = texts[name];
      if (text === undefined) continue;
      const bytes = strToU8(text);
      files[pathOf(material.id, name)] = bytes;
      hashes[name] = await sha256(bytes);
    }
    const { entitiesFoundBy, about } = material;
    entries.push({ id: material.id, title: about.title, entitiesFoundBy, sha256: hashes });
  }
  const whole: v.InferOutput<typeof list> = {
    sidelight: 'pack',
    version: PACK_VERSION,
    sources: entries,
  };
  return zipSync(
    { [LIST]: strToU8(`${JSON.stringify(whole, null, 1)}\n`), ...files },
    { mtime: NO_DATE, level: 6 },
  );
}

/**
 * @param onSource told how many sources of how many have been read
 * @throws a RefusedPack
 */
export async function readPack(
  bytes: Uint8Array,
  onSource: (read: number, of: number) => void = () => {},
): Promise<Pack> {
  if (bytes.byteLength > MAX_PACK_BYTES)
    throw new RefusedPack('too-large', `${bytes.byteLength} bytes`);
  const files = unpack(bytes);
  const { sources } = readList(files[LIST]);
  const pack: Pack = { sources: [], refused: [] };
  for (const [number, entry] of sources.entries()) {
    try {
      pack.sources.push(await readSource(entry, files));
    } catch (error) {
      if (!(error instanceof SourceRefusal)) throw error;
      const { fault, message } = error;
      pack.refused.push({ id: entry.id, title: entry.title, fault, detail: message });
    }
    onSource(number + 1, sources.length);
  }
  return pack;
}

class SourceRefusal extends Error {
  readonly fault: SourceFault;

  constructor(fault: SourceFault, detail: string) {
    super(detail);
    this.fault = fault;
  }
}

async function readSource(
  { id: source, entitiesFoundBy, sha256: hashes }: v.InferOutput<typeof listed>,
  files: Record<string, Uint8Array>,
): Promise<Material> {
  const [document, about, entities, overlay] = await Promise.all(
    FILES.map(async (name) => {
      if (hashes[name] === undefined) return null;
      const bytes = files[pathOf(source, name)];
      if (!bytes) throw new SourceRefusal('missing', `${name} is not in the pack.`);
      if ((await sha256(bytes)) !== hashes[name]) {
        throw new SourceRefusal('changed', `${name} is not what pack.json says.`);
      }
      return strFromU8(bytes);
    }),
  );
  try {
    const texts = { document: document ?? '', source: about ?? '', entities: entities ?? '' };
    return readFiles(source, { ...texts, overlay: overlay ?? null }, entitiesFoundBy);
  } catch (error) {
    if (!(error instanceof MaterialFault)) throw error;
    throw new SourceRefusal('faulty', `${error.where}: ${error.message}`);
  }
}

function readList(bytes: Uint8Array | undefined): v.InferOutput<typeof list> {
  if (!bytes) throw new RefusedPack('no-pack', 'There is no pack.json in it.');
  let json: unknown;
  try {
    json = JSON.parse(strFromU8(bytes));
  } catch (error) {
    throw new RefusedPack('damaged', `pack.json: ${error}`);
  }
  const { sidelight, version } = (json ?? {}) as { sidelight?: unknown; version?: unknown };
  if (sidelight !== 'pack') throw new RefusedPack('no-pack', 'pack.json is of something else.');
  if (typeof version === 'number' && version > PACK_VERSION) {
    throw new RefusedPack('later-version', `version ${version}`);
  }
  const result = v.safeParse(list, json);
  if (result.success) return result.output;
  const [issue] = result.issues;
  throw new RefusedPack('damaged', `pack.json: ${v.getDotPath(issue) ?? ''}: ${issue.message}`);
}

/**
 * Unpacks what a pack may hold, and nothing else, a slice at a time: what it says of its sizes is not trusted, and what
 * grows beyond its limits is not unpacked to its end.
 */
function unpack(bytes: Uint8Array): Record<string, Uint8Array> {
  if (strFromU8(bytes.subarray(0, 2), true) !== 'PK') {
    throw new RefusedPack('no-pack', 'It is no zip file.');
  }
  const files = new Map<string, Uint8Array[]>();
  const whole = new Set<string>();
  let unpacked = 0;
  let entries = 0;
  let refusal: RefusedPack | null = null;
  const unzip = new Unzip((file) => {
    const { name } = file;
    if (++entries > MAX_SOURCES * FILES.length + 1)
      throw new RefusedPack('too-large', 'too many files');
    if (files.has(name)) throw new RefusedPack('damaged', `${name} stands twice.`);
    const chunks: Uint8Array[] = [];
    files.set(name, chunks);
    if (!isOurs(name)) return;
    let size = 0;
    file.ondata = (error, chunk, isLast) => {
      // What is thrown here comes back as an error of the library's.
      if (error) throw refusal ?? new RefusedPack('damaged', `${name}: ${error}`);
      size += chunk.length;
      unpacked += chunk.length;
      const isTrap =
        size > MAX_FILE_BYTES ||
        unpacked > MAX_UNPACKED_BYTES ||
        unpacked > MAX_RATIO * bytes.byteLength;
      if (isTrap) {
        refusal = new RefusedPack('too-large', `${name} unpacks to more than ${size} bytes.`);
        throw refusal;
      }
      chunks.push(chunk);
      if (isLast) whole.add(name);
    };
    file.start();
  });
  unzip.register(UnzipInflate);
  try {
    for (let at = 0; at < bytes.length; at += SLICE) {
      unzip.push(bytes.subarray(at, at + SLICE), at + SLICE >= bytes.length);
    }
  } catch (error) {
    if (error instanceof RefusedPack) throw error;
    throw new RefusedPack('damaged', String(error));
  }
  for (const name of files.keys()) {
    if (isOurs(name) && !whole.has(name)) throw new RefusedPack('damaged', `${name} is cut off.`);
  }
  return Object.fromEntries([...whole].map((name) => [name, joined(files.get(name) ?? [])]));
}

function joined(chunks: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(chunks.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.length;
  }
  return whole;
}

function isOurs(name: string): boolean {
  if (name === LIST) return true;
  const [folder, source, file, ...rest] = name.split('/');
  return (
    folder === 'sources' &&
    v.is(id, source) &&
    (FILES as readonly string[]).includes(file ?? '') &&
    rest.length === 0
  );
}

function pathOf(source: SourceId, file: FileName): string {
  return `sources/${source}/${file}`;
}
