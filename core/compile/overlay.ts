/**
 * The overlay: what a reader has put right in a source that a machine has read. A list of edits in the order in which
 * they were made, so that the last can always be taken back; made again on whatever a later revision finds. An edit of
 * what is no longer there does nothing.
 */
import * as v from 'valibot';
import { ENTITY_KINDS, SOURCE_KINDS, TURNS } from '../model/source';
import { escaped } from '../text/escaped';
import { fold, foldShapeOf } from '../text/fold';
import { slugOf } from '../text/slug';
import {
  DATE,
  type EntityDescription,
  LONGEST_LINE,
  LONGEST_NAME,
  type NameDescription,
  type SourceDescription,
  textOf,
} from './descriptions';
import { languageOf } from './name-language';
import { entityIdOf, settleNames, uniqueId } from './settle-names';

const text = v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(LONGEST_LINE));
const name = v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(LONGEST_NAME));
const entity = v.pipe(v.string(), v.maxLength(100));

export const editSchema = v.variant('edit', [
  /** What is doubtful about it is not. */
  v.strictObject({ edit: v.literal('accept'), entity }),
  v.strictObject({ edit: v.literal('drop'), entity }),
  v.strictObject({ edit: v.literal('rename'), entity, canonical: name }),
  v.strictObject({ edit: v.literal('kind'), entity, kind: v.picklist(ENTITY_KINDS) }),
  /** `entity` is the same as `into`. */
  v.strictObject({ edit: v.literal('join'), entity, into: entity }),
  /** What the document writes so is something else. */
  v.strictObject({ edit: v.literal('part'), entity, name }),
  v.strictObject({ edit: v.literal('add-name'), entity, name }),
  v.strictObject({ edit: v.literal('drop-name'), entity, name }),
  v.strictObject({ edit: v.literal('company'), entity, name, needed: v.boolean() }),
  /** A new entity, wherever the document holds its name. */
  v.strictObject({ edit: v.literal('add'), name, kind: v.picklist(ENTITY_KINDS) }),
  v.strictObject({
    edit: v.literal('speaker'),
    /** How the passage begins. */
    passage: text,
    turn: v.picklist(TURNS),
    speaker: v.nullable(name),
  }),
  /** Whoever is credited with a passage has said it, doubts or not. */
  v.strictObject({ edit: v.literal('accept-speakers') }),
  v.strictObject({
    edit: v.literal('about'),
    title: v.optional(text),
    date: v.optional(v.nullable(v.pipe(text, v.regex(DATE)))),
    publisher: v.optional(v.nullable(text)),
    authors: v.optional(v.pipe(v.array(text), v.maxLength(100))),
    kind: v.optional(v.picklist(SOURCE_KINDS)),
    language: v.optional(v.pipe(text, v.regex(/^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/))),
    origin: v.optional(text),
  }),
]);
export type Edit = v.InferOutput<typeof editSchema>;
export const overlaySchema = v.pipe(v.array(editSchema), v.maxLength(100_000));
export type Overlay = readonly Edit[];

/** So much of a passage's beginning finds it again in another revision. UTF-16 units. */
const ANCHOR = 120;

export function anchorOf(words: string): string {
  return words.slice(0, ANCHOR).trim();
}

export interface Described {
  document: string;
  about: SourceDescription;
  entities: EntityDescription[];
}

/** @returns what is said of the document with the reader's edits made; nothing given is changed */
export function applyOverlay(
  { document, about, entities }: Described,
  overlay: Overlay,
): Described {
  if (overlay.length === 0) return { document, about, entities };
  const edited = new Editing(document, copyOf(about), copyOf(entities));
  for (const edit of overlay) edited.apply(edit);
  return { document, about: edited.about, entities: settleNames(edited.entities, edited.claims()) };
}

/** Both are JSON. */
function copyOf<T>(json: T): T {
  return JSON.parse(JSON.stringify(json)) as T;
}

class Editing {
  /** Names that the reader has given, and to which entity: they outrank what was found. */
  readonly #claims = new Map<string, string>();
  /** Entities that are now another: edits go on finding them. */
  readonly #joined = new Map<string, string>();

  constructor(
    readonly document: string,
    readonly about: SourceDescription,
    public entities: EntityDescription[],
  ) {}

  apply(edit: Edit): void {
    switch (edit.edit) {
      case 'about': {
        const { edit: _, ...change } = edit;
        Object.assign(this.about, change);
        if (change.title !== undefined) this.about.titleIsOurs = true;
        return;
      }
      case 'speaker':
        this.#speaker(edit);
        return;
      case 'accept-speakers':
        for (const passage of this.about.passages) if (passage.speaker) delete passage.doubt;
        return;
      case 'add':
        this.#add(edit.name, edit.kind);
        return;
      default: {
        const one = this.#find(edit.entity);
        if (one) this.#edit(one, edit);
      }
    }
  }

  *claims(): Generator<[shape: string, entity: string]> {
    for (const [shape, id] of this.#claims) {
      const owner = this.#find(id);
      if (owner) yield [shape, owner.id];
    }
  }

  #find(id: string): EntityDescription | undefined {
    const now = this.#joined.get(id) ?? id;
    return this.entities.find((other) => other.id === now);
  }

  #edit(
    one: EntityDescription,
    edit: Exclude<Edit, { edit: 'about' | 'speaker' | 'accept-speakers' | 'add' }>,
  ): void {
    switch (edit.edit) {
      case 'accept':
        one.doubts = [];
        return;
      case 'drop':
        this.entities = this.entities.filter((other) => other !== one);
        return;
      case 'rename':
        one.canonical = edit.canonical;
        one.doubts = [];
        this.#addName(one, edit.canonical);
        return;
      case 'kind':
        one.kind = edit.kind;
        one.doubts = [];
        return;
      case 'join': {
        const into = this.#find(edit.into);
        if (!into || into === one) return;
        into.mentions = [...into.mentions, ...one.mentions].sort((a, b) => a[0] - b[0]);
        for (const [language, names] of Object.entries(one.names)) {
          const list = namesIn(into, language);
          const known = new Set(list.map((other) => fold(textOf(other))));
          list.push(...(names ?? []).filter((other) => !known.has(fold(textOf(other)))));
        }
        // What had become this one is the other one now, too.
        for (const [from, to] of this.#joined) if (to === one.id) this.#joined.set(from, into.id);
        this.#joined.set(one.id, into.id);
        this.entities = this.entities.filter((other) => other !== one);
        return;
      }
      case 'part': {
        const sought = fold(edit.name);
        const isIt = ([, , surface]: EntityDescription['mentions'][number]) =>
          fold(surface) === sought;
        const mentions = one.mentions.filter(isIt);
        if (mentions.length === 0 || mentions.length === one.mentions.length) return;
        one.mentions = one.mentions.filter((mention) => !isIt(mention));
        this.#dropName(one, edit.name);
        this.#make(edit.name, one.kind, mentions);
        return;
      }
      case 'add-name':
        this.#addName(one, edit.name);
        return;
      case 'drop-name':
        this.#dropName(one, edit.name);
        return;
      case 'company':
        for (const list of Object.values(one.names)) {
          list?.forEach((other, at) => {
            if (fold(textOf(other)) !== fold(edit.name)) return;
            list[at] = { ...described(other), 'needs-company': edit.needed };
          });
        }
    }
  }

  #add(added: string, kind: EntityDescription['kind']): void {
    const mentions = mentionsOf(added, this.document);
    if (mentions.length > 0) this.#make(added, kind, mentions);
  }

  #make(
    canonical: string,
    kind: EntityDescription['kind'],
    mentions: EntityDescription['mentions'],
  ): void {
    const made: EntityDescription = {
      // The id of one that has become another goes on meaning that.
      id: uniqueId(
        entityIdOf(canonical, kind),
        (id) => this.#joined.has(id) || this.entities.some((other) => other.id === id),
      ),
      kind,
      canonical,
      names: {},
      not: {},
      mentions,
      doubts: [],
    };
    this.entities.push(made);
    this.#addName(made, canonical);
  }

  #addName(one: EntityDescription, added: string): void {
    const sought = fold(added);
    this.#claims.set(foldShapeOf(added), one.id);
    const isThere = Object.values(one.names).some((list) =>
      list?.some((other) => fold(textOf(other)) === sought),
    );
    if (!isThere) namesIn(one, languageOf(added, this.about.language)).push(added);
    const known = new Set(one.mentions.map(([start]) => start));
    const found = mentionsOf(added, this.document).filter(([start]) => !known.has(start));
    one.mentions = [...one.mentions, ...found].sort((a, b) => a[0] - b[0]);
    for (const other of this.entities) {
      if (other === one) continue;
      other.mentions = other.mentions.filter(
        ([start, end]) => !found.some(([from, to]) => from === start && to === end),
      );
    }
  }

  #dropName(one: EntityDescription, dropped: string): void {
    const sought = fold(dropped);
    this.#claims.delete(foldShapeOf(dropped));
    for (const [language, list] of Object.entries(one.names)) {
      one.names[language as keyof typeof one.names] = list?.filter(
        (other) => fold(textOf(other)) !== sought,
      );
    }
  }

  #speaker({ passage: anchor, turn, speaker }: Extract<Edit, { edit: 'speaker' }>): void {
    const { people, passages } = this.about;
    for (const passage of passages) {
      // What only begins with the words of a short one has not been reviewed.
      if (anchorOf(this.document.slice(passage.start, passage.end)) !== anchor) continue;
      delete passage.doubt;
      delete passage.speaker;
      delete passage.answers;
      passage.turn = turn;
      if (speaker === null) continue;
      let person = people.find((other) => other.name === speaker);
      if (!person) {
        const isTaken = (id: string) => people.some((other) => other.id === id);
        person = { id: uniqueId(slugOf(speaker) || 'speaker', isTaken), name: speaker, role: null };
        people.push(person);
      }
      passage.speaker = person.id;
    }
    // An answer needs a speaker, and what is no question any more is answered by nobody.
    for (const passage of passages) {
      if (passage.turn === 'answer' && !passage.speaker) passage.turn = 'narration';
      if (passage.answers && passages[passage.answers - 1]?.turn !== 'question')
        delete passage.answers;
    }
  }
}

/** Wherever the document writes a name as a word of its own. */
export function mentionsOf(written: string, document: string): EntityDescription['mentions'] {
  const words = written.trim().split(/\s+/).map(escaped).join('\\s+');
  const [before, after] = /\p{Script=Han}/u.test(written)
    ? ['', '']
    : ['(?<![\\p{L}\\p{N}])', '(?![\\p{L}\\p{N}])'];
  return Array.from(document.matchAll(new RegExp(`${before}${words}${after}`, 'gu')), (match) => [
    match.index,
    match.index + match[0].length,
    match[0],
  ]);
}

function namesIn(one: EntityDescription, language: string) {
  const key = language as keyof EntityDescription['names'];
  const list = one.names[key] ?? [];
  one.names[key] = list;
  return list;
}

function described(one: string | NameDescription): NameDescription {
  return typeof one === 'string' ? { text: one, 'needs-company': false } : one;
}
