/** What a source is made of: its document, and what is said of it. Everything else is made of this, and can be made again. */
import * as v from 'valibot';
import type { Source, SourceId, SourceIndex } from '../model/source';
import { sha256 } from '../text/sha256';
import { type ChineseVariants, compile } from './compile';
import {
  type EntityDescription,
  entitiesSchema,
  type SourceDescription,
  sourceSchema,
} from './descriptions';
import type { Fault } from './fault';
import { applyOverlay, type Overlay, overlaySchema } from './overlay';

export interface Material {
  id: SourceId;
  /** The document, verbatim. */
  document: string;
  about: SourceDescription;
  entities: EntityDescription[];
  /** What the reader has put right in them. */
  overlay: Overlay;
  entitiesFoundBy: Source['entitiesFoundBy'];
}

/** The texts of the files that a pack holds of a source. */
export interface MaterialFiles {
  document: string;
  source: string;
  entities: string;
  /** Null where nothing has been put right. */
  overlay: string | null;
}

/**
 * Written alike from whatever was read: equal materials are equal to the byte.
 * @throws a MaterialFault with the first thing that no file could hold
 */
export function filesOf({ document, about, entities, overlay }: Material): MaterialFiles {
  return {
    document,
    source: written('source.json', about, sourceSchema),
    entities: written('entities.json', entities, entitiesSchema),
    overlay: overlay.length > 0 ? written('overlay.json', overlay, overlaySchema) : null,
  };
}

/** Where what a file holds is not as it should be. */
export class MaterialFault extends Error {
  /** The file and the keys in it: `source.json: passages.3.turn`. */
  readonly where: string;

  constructor(where: string, problem: string) {
    super(problem);
    this.where = where;
  }
}

/** @throws a MaterialFault with the first thing that is wrong */
export function readFiles(
  id: SourceId,
  { document, source, entities, overlay }: MaterialFiles,
  entitiesFoundBy: Material['entitiesFoundBy'],
): Material {
  const about = parsed('source.json', source, sourceSchema);
  return {
    id,
    document,
    about,
    entities: parsed('entities.json', entities, entitiesSchema),
    overlay: overlay === null ? [] : parsed('overlay.json', overlay, overlaySchema),
    entitiesFoundBy,
  };
}

function parsed<Schema extends v.GenericSchema>(
  file: string,
  text: string,
  schema: Schema,
): v.InferOutput<Schema> {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    throw new MaterialFault(file, String(error));
  }
  return checked(file, json, schema);
}

function written(file: string, content: unknown, schema: v.GenericSchema): string {
  return `${JSON.stringify(checked(file, content, schema), null, 1)}\n`;
}

function checked<Schema extends v.GenericSchema>(
  file: string,
  content: unknown,
  schema: Schema,
): v.InferOutput<Schema> {
  const result = v.safeParse(schema, content);
  if (result.success) return result.output;
  const [issue] = result.issues;
  throw new MaterialFault(`${file}: ${v.getDotPath(issue) ?? ''}`, issue.message);
}

/** The same for materials that are the same. */
export function digestOf(material: Material): Promise<string> {
  const { document, source, entities, overlay } = filesOf(material);
  const files = [document, source, entities, ...(overlay === null ? [] : [overlay])];
  return sha256(JSON.stringify([material.entitiesFoundBy, ...files]));
}

/** Compiles a source of the reader's. With faults, the index is not to be used. */
export async function compileMaterial(
  { id, document: text, entitiesFoundBy, overlay, ...described }: Material,
  chineseVariants: ChineseVariants,
): Promise<{ index: SourceIndex; faults: Fault[] }> {
  const hash = await sha256(text);
  const { about, entities } = applyOverlay({ document: text, ...described }, overlay);
  return compile(
    { id, text, hash, holding: 'own', entitiesFoundBy, about },
    entities,
    chineseVariants,
  );
}
