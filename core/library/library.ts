/**
 * The sources that Sidelight carries, and every question that can be asked of them. It reads its shelves when it is
 * asked, and only what a question needs. Of a reader it knows what a question says of their choices, and it keeps
 * nothing of what it was asked.
 */

import type { Language } from '../choices/settings';
import { candidatesBy, headsIn, matchesAmong } from '../match/match-text';
import { Evidence, sourceOf } from '../match/resolve';
import type { EntityId, PassageId, SourceId } from '../model/source';
import type {
  AttributedPassage,
  Beside,
  CardContent,
  EntitySummary,
  SearchChoices,
  SearchFilter,
  SearchResults,
  SharedSubject,
  SourceContent,
  SourceSummary,
} from '../model/views';
import { makeSieve } from '../names/head-sieve';
import type { HeadSieve, PageAnswer } from '../names/name-index';
import type { HeldSource } from '../segment/held-source';
import { sha256 } from '../text/sha256';
import { attributed, summaryOf } from './attribute';
import { besideOf } from './beside';
import { type CardQuestion, cardOf } from './cards';
import { nameInLanguage } from './local-names';
import { type OnFault, OpenLibrary, orFault } from './open-library';
import { answerFor, type LeftOut } from './page-answer';
import { hitsIn } from './passage-search';
import { findNames, findPassages, relatedWords } from './search';
import { sharedSubjects } from './shared-subjects';
import type { Shelf } from './shelf';
import { type SourceChoices, SubjectTable } from './subject-table';
import { joinSubjects, type Subjects } from './subjects';
import { NOTHING_READ, type WhatIsRead } from './what-is-read';

/** Of the first name that a search finds. */
const MOST_UNDER_NAME = 3;
/** Where no passage holds the name as it was typed: then these are all that there is. */
const MOST_UNDER_NAME_ALONE = 20;
/** Sources from which these are taken: of each that is asked, all passages that name it are ranked, within a keystroke. */
const MOST_SOURCES_UNDER_NAME = 4;

/** Where joined subjects are kept, since those of a large library take long to join. */
export interface SubjectStore {
  /** @param stamp of the library and of the reader's joins */
  read(stamp: string): Promise<Subjects | null>;
  write(stamp: string, subjects: Subjects): Promise<void>;
}

/** One opening of the library, and the subjects that are numbered by it. */
interface ChosenLibrary {
  library: OpenLibrary;
  subjects: SubjectTable;
}

export class Library {
  readonly #shelves: readonly Shelf[];
  readonly #kept: SubjectStore | null;
  readonly #onFault: OnFault;
  #opened: Promise<OpenLibrary> | null = null;
  #chosen: { stamp: string; library: Promise<ChosenLibrary> } | null = null;

  /**
   * @param onFault told what cannot be read; the library goes on without it
   * @param kept without it, subjects are joined whenever the library is opened
   */
  constructor(shelves: readonly Shelf[], onFault: OnFault, kept: SubjectStore | null = null) {
    this.#shelves = shelves;
    this.#onFault = onFault;
    this.#kept = kept;
  }

  /** Sources have come, changed or gone: what was read is read anew. */
  changed(): void {
    this.#opened = null;
    this.#chosen = null;
  }

  /** The same for a library that holds the same, and telling nothing of what it holds: pages can read it. */
  async stamp(): Promise<string> {
    return sha256((await this.#open()).stamp);
  }

  /** What pages need in order to know which words to ask about. */
  async sieve(): Promise<HeadSieve> {
    const heads = await (await this.#open()).each((segment) => segment.part('heads'));
    return makeSieve(heads.filter((part) => part !== null));
  }

  /** The forms that pages may show, by the heads asked for, without what the reader wants left out. */
  async names(
    heads: readonly string[],
    leftOut: LeftOut,
    choices: SourceChoices,
  ): Promise<PageAnswer> {
    // Both take long, and read different parts; each is read once.
    const [{ library, subjects }] = await Promise.all([
      this.#chosenBy(choices),
      this.#open().then((opened) => opened.each((segment) => segment.names())),
    ]);
    const indexes = await library.each((segment) => segment.names());
    return answerFor(heads, library, subjects, indexes, leftOut);
  }

  /** The subjects of these entities, by the ids asked for; without what the library does not hold. */
  async summaries(
    ids: readonly EntityId[],
    choices: SourceChoices,
  ): Promise<Map<EntityId, EntitySummary>> {
    const { library, subjects } = await this.#chosenBy(choices);
    const summaries = new Map(
      ids.flatMap((id): Array<[EntityId, EntitySummary]> => {
        const subject = subjects.find(id);
        return subject === null ? [] : [[id, subjects.summary(subjects.spokenFor(subject))]];
      }),
    );
    await nameInLanguage(library, [...summaries.values()], choices.language);
    return summaries;
  }

  async has(id: EntityId): Promise<boolean> {
    return (await this.#open()).entities.numberOf(id) >= 0;
  }

  async hasPassage(id: PassageId): Promise<boolean> {
    const slash = id.lastIndexOf('/');
    const held = (await (await this.#open()).sources()).get(id.slice(0, slash));
    const ordinal = Number(id.slice(slash + 1));
    return held !== undefined && ordinal >= 1 && ordinal <= held.passages;
  }

  /**
   * What the card says of a subject, to a reader of a paragraph.
   * @throws when the entity is not in the library, or no passage names it
   */
  async card(question: CardQuestion, choices: SourceChoices): Promise<CardContent> {
    const { library, subjects } = await this.#chosenBy(choices);
    const card = await cardOf(library, subjects, question);
    const { entity, namesakes, passages } = card;
    const named = [entity, ...namesakes, ...passages.flatMap(({ company }) => company)];
    await nameInLanguage(library, named, choices.language);
    return card;
  }

  /** The names in a text that is no page: what a reader has selected, say. */
  async read(text: string, leftOut: LeftOut, choices: SourceChoices): Promise<WhatIsRead> {
    const heads = headsIn(text, await this.sieve());
    const { forms, about } = await this.names([...heads.values()], leftOut, choices);
    const companyOf = new Map(about);
    const evidence = new Evidence((entity) => companyOf.get(entity) ?? [sourceOf(entity)]);
    const found = matchesAmong(candidatesBy(forms, heads, text), text, evidence);
    return { paragraph: text, at: null, named: found.map(({ entity, start }) => [entity, start]) };
  }

  /** What the sources say of the subjects that a paragraph names. */
  async beside(read: WhatIsRead, choices: SourceChoices): Promise<Beside> {
    const { library, subjects } = await this.#chosenBy(choices);
    const beside = await besideOf(library, subjects, read);
    await nameInLanguage(library, beside.subjects, choices.language);
    return beside;
  }

  /** A passage, with the question that it answers; null where the library does not hold it. */
  async passage(id: PassageId): Promise<AttributedPassage | null> {
    if (!(await this.hasPassage(id))) return null;
    const slash = id.lastIndexOf('/');
    return passageOf(await this.#open(), id.slice(0, slash), Number(id.slice(slash + 1)));
  }

  /** @param onPage entities of the page being read, which come first of equal ones */
  async find(
    query: string,
    filter: SearchFilter,
    onPage: readonly EntityId[],
    choices: SourceChoices,
  ): Promise<SearchResults> {
    const { library, subjects } = await this.#chosenBy(choices);
    const [names, { found, fit, words }] = await Promise.all([
      findNames(library, subjects, query, filter, onPage),
      findPassages(library, query, filter),
    ]);
    await nameInLanguage(library, names, choices.language);
    const [first] = names;
    const isNarrow = filter.source !== null || filter.kind !== null;
    const isWritten = fit === 'all' && found.some(({ isTranslated }) => !isTranslated);
    const [most, ofSources] = isWritten
      ? [MOST_UNDER_NAME, 1]
      : [MOST_UNDER_NAME_ALONE, MOST_SOURCES_UNDER_NAME];
    const ofFirst =
      first && first.mentions > 0 && !isNarrow
        ? await this.#firstOf(library, subjects, first.id, query, most, ofSources)
        : [];
    const passages = await Promise.all(
      found.map(async ({ source, ordinal, isTranslated }) => {
        const passage = await orFault(passageOf(library, source, ordinal), this.#onFault);
        const hits = hitsIn(passage?.text ?? '', isTranslated ? relatedWords(query) : words);
        return passage ? [{ ...passage, isTranslated, hits }] : [];
      }),
    );
    // Beside a name that was meant, passages with half of its words are in the way.
    const isUseful = fit !== 'some' || names.length === 0;
    return {
      names,
      ofFirst,
      passages: isUseful ? passages.flat() : [],
      fit: isUseful ? fit : 'all',
    };
  }

  /** The best passages that name a subject, to somebody who has typed this: in turn one of each of its sources. */
  async #firstOf(
    library: OpenLibrary,
    subjects: SubjectTable,
    id: EntityId,
    query: string,
    most: number,
    ofSources: number,
  ): Promise<AttributedPassage[]> {
    const cardIn = (entity: EntityId, isSourceChosen: boolean) => {
      const question: CardQuestion = {
        id: entity,
        isSourceChosen,
        view: 'about',
        matchedAs: null,
        read: { ...NOTHING_READ, paragraph: query },
        shown: [],
      };
      return orFault(cardOf(library, subjects, question), this.#onFault);
    };
    const best = await cardIn(id, false);
    if (!best) return [];
    const others = best.sources.filter(({ entity }) => entity !== best.entity.id);
    const asked = others.slice(0, ofSources - 1);
    const cards = [best, ...(await Promise.all(asked.map(({ entity }) => cardIn(entity, true))))];
    return Array.from({ length: most }, (_, place) =>
      cards.flatMap((card) => card?.passages[place] ?? []),
    )
      .flat()
      .slice(0, most)
      .map(({ why: _, company: _company, ...passage }) => passage);
  }

  /** The first passage of each of these entities, by the ids asked for; without what the library does not hold. */
  async openings(
    ids: readonly EntityId[],
    choices: SourceChoices,
  ): Promise<Array<[EntityId, AttributedPassage]>> {
    const { library, subjects } = await this.#chosenBy(choices);
    const held = ids.filter((id) => subjects.find(id) !== null);
    const openings = await Promise.all(
      held.map(async (id): Promise<Array<[EntityId, AttributedPassage]>> => {
        const [first] = await this.#firstOf(library, subjects, id, '', 1, 1);
        return first ? [[id, first]] : [];
      }),
    );
    return openings.flat();
  }

  async searchChoices(): Promise<SearchChoices> {
    const sources = [...(await (await this.#open()).sources()).values()];
    return {
      sources: sources.map(({ source: { id, title, titleIsOurs, language } }) => ({
        id,
        title,
        titleIsOurs,
        language,
      })),
      speakers: sources.flatMap(({ source, speakers }) =>
        source.people
          .filter(({ id }) => speakers.includes(id))
          .map(({ id, name }) => ({ id: `${source.id}/${id}`, name, source: source.id })),
      ),
    };
  }

  /** @throws when the source is not in the library */
  async sourceContent(id: SourceId, language: Language | null = null): Promise<SourceContent> {
    const library = await this.#open();
    const { entities } = library;
    const held = await library.source(id);
    const passages = await library.shelfOf(id).passages(id, null);
    const byOrdinal = new Map(passages.map((passage) => [passage.ordinal, passage]));
    const first = entities.sources[entities.sourceNumberOf(id)]?.first ?? 0;
    const named = Array.from({ length: held.entities }, (_, number) => ({
      id: entities.idOf(first + number),
      canonical: entities.canonicalOf(first + number),
      kind: entities.kindOf(first + number),
      mentions: entities.mentionsOf(first + number),
    })).sort((a, b) => b.mentions - a.mentions || a.canonical.localeCompare(b.canonical));
    await nameInLanguage(library, named, language);
    return {
      source: held.source,
      passages: passages.map((passage) => attributed(held, passage, byOrdinal)),
      entities: named,
      mentions: passages.flatMap(({ ordinal, mentions }) =>
        mentions.map(({ start, end, entity }) => ({
          passage: `${id}/${ordinal}`,
          entity: entities.idOf(first + entity),
          start,
          end,
        })),
      ),
    };
  }

  /**
   * Subjects of several sources, those of most sources first.
   * @param query what one of their names holds; empty for all
   */
  async sharedSubjects(query: string, choices: SourceChoices): Promise<SharedSubject[]> {
    const { library, subjects } = await this.#chosenBy(choices);
    const shared = await sharedSubjects(library, subjects, query);
    await nameInLanguage(library, shared, choices.language);
    return shared;
  }

  async heldSources(): Promise<HeldSource[]> {
    return [...(await (await this.#open()).sources()).values()];
  }

  async sources(): Promise<SourceSummary[]> {
    return [...(await (await this.#open()).sources()).values()].map(summaryOf);
  }

  #open(): Promise<OpenLibrary> {
    if (!this.#opened) {
      const opened = OpenLibrary.open(this.#shelves, this.#onFault);
      this.#opened = opened;
      // What could not be opened is opened anew with the next question.
      opened.catch(() => {
        if (this.#opened === opened) this.changed();
      });
    }
    return this.#opened;
  }

  /** The library, and its subjects under these choices: of one opening, and made again only when either changes. */
  async #chosenBy(choices: SourceChoices): Promise<ChosenLibrary> {
    const { sourcesOff, sourcesPainted, sourceOrder, subjectsApart, subjectsJoined } = choices;
    const stamp = JSON.stringify([
      sourcesOff,
      sourcesPainted,
      sourceOrder,
      subjectsApart,
      subjectsJoined,
    ]);
    if (this.#chosen?.stamp !== stamp) {
      const library = this.#joinedBy(choices);
      this.#chosen = { stamp, library };
      library.catch(() => {
        if (this.#chosen?.library === library) this.#chosen = null;
      });
    }
    const { library, subjects } = await this.#chosen.library;
    return { library, subjects: subjects.on(choices.page ?? null) };
  }

  async #joinedBy(choices: SourceChoices): Promise<ChosenLibrary> {
    const library = await this.#open();
    const { entities } = library;
    const { subjectsApart, subjectsJoined } = choices;
    const stamp = JSON.stringify([library.stamp, subjectsApart, subjectsJoined]);
    let subjects = (await this.#kept?.read(stamp)) ?? null;
    if (!subjects) {
      const known = (ids: readonly EntityId[]) =>
        ids.map((id) => entities.numberOf(id)).filter((entity) => entity >= 0);
      const { joinables, isWhole } = await library.joinables();
      subjects = joinSubjects(
        joinables,
        new Set(known(subjectsApart)),
        subjectsJoined.map((pair) => known(pair.split(' '))),
      );
      if (isWhole) await this.#kept?.write(stamp, subjects);
    }
    return { library, subjects: new SubjectTable(entities, subjects, choices) };
  }
}

async function passageOf(
  library: OpenLibrary,
  source: SourceId,
  ordinal: number,
): Promise<AttributedPassage | null> {
  const passages = await library.passages(source, [ordinal]);
  const passage = passages.get(ordinal);
  return passage ? attributed(await library.source(source), passage, passages) : null;
}
