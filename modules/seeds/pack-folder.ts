/** Makes a pack of a folder: of sources in the format of `seeds/`, and of documents. */
import { existsSync, readdirSync } from 'node:fs';
import { basename, relative, resolve } from 'node:path';
import * as v from 'valibot';
import { parse } from 'yaml';
import type { Material } from '../../core/compile/material';
import { type Overlay, overlaySchema } from '../../core/compile/overlay';
import { uniqueId } from '../../core/compile/settle-names';
import { RefusedDocument } from '../../core/model/draft';
import { writePack } from '../../core/pack/pack';
import { DocumentReader, documentsIn } from '../documents/read-files';
import { readSeed } from './compile-seed';
import { FILE_NAMES, readSeedFiles } from './read-seeds';

/** What came of a folder. */
export interface PackedFolder {
  bytes: Uint8Array;
  packed: string[];
  /** A line each; none of them takes another source with it. */
  problems: string[];
  /** Of the documents, UTF-16 units. */
  length: number;
}

/**
 * @param folder holds a folder for each source, or is one itself; other files in it are documents
 * @param overlays YAML: lists of edits, by the id of their source
 * @param onSource told how many of how many are read
 * @throws when there is no source in it, or the overlays are none
 */
export async function packFolder(
  folder: string,
  overlays: string | null,
  onSource: (read: number, of: number) => void,
): Promise<PackedFolder> {
  const isSource = (path: string) => FILE_NAMES.some((file) => existsSync(resolve(path, file)));
  const within = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => resolve(folder, name))
    .filter(isSource);
  const folders = isSource(folder) ? [resolve(folder)] : within;
  const documents = isSource(folder) ? [] : documentsIn(folder, folders);
  if (folders.length === 0 && documents.length === 0) {
    throw new Error(
      `There is nothing in ${folder}: put documents into it, or folders with ${FILE_NAMES.join(', ')}.`,
    );
  }
  const overlayOf: Record<string, Overlay> = overlays === null ? {} : readOverlays(overlays);
  const problems: string[] = [];
  const materials: Material[] = [];
  let length = 0;
  for (const [number, path] of folders.entries()) {
    const material = readFolder(path, problems);
    if (material) {
      materials.push(material);
      length += material.document.length;
    }
    onSource(number + 1, folders.length + documents.length);
  }
  const reader = new DocumentReader();
  for (const [number, path] of documents.entries()) {
    try {
      const material = await reader.read(path);
      const isTaken = (id: string) => materials.some((other) => other.id === id);
      materials.push({ ...material, id: uniqueId(material.id, isTaken) });
      length += material.document.length;
    } catch (error) {
      if (!(error instanceof RefusedDocument)) throw error;
      problems.push(`${relative(folder, path)}: ${error.fault}: ${error.message}`);
    }
    onSource(folders.length + number + 1, folders.length + documents.length);
  }
  for (const id of Object.keys(overlayOf)) {
    if (!materials.some((material) => material.id === id))
      problems.push(`the overlay of ${id}: there is no such source. Correct its id.`);
  }
  return {
    bytes: await writePack(
      materials.map((material) => ({ ...material, overlay: overlayOf[material.id] ?? [] })),
    ),
    packed: materials.map(({ id }) => id),
    problems,
    length,
  };
}

function readFolder(path: string, problems: string[]): Material | null {
  const name = basename(path);
  const files = readSeedFiles(path, name, problems);
  const seed = files && readSeed(files, name, 'own', problems);
  if (!seed) return null;
  return {
    id: files.slug,
    document: files.document,
    about: seed.about,
    entities: seed.entities,
    overlay: [],
    entitiesFoundBy: 'review',
  };
}

function readOverlays(text: string): Record<string, Overlay> {
  const result = v.safeParse(v.record(v.string(), overlaySchema), parse(text));
  if (result.success) return result.output;
  const [issue] = result.issues;
  throw new Error(
    `The file of overlays is none: ${v.getDotPath(issue) ?? ''}: ${issue.message}. See docs/pack-format.md.`,
  );
}
