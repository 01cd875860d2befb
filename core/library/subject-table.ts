/** The subjects of the library as a reader has chosen: which sources speak, in which order, and for whom. */
import { pageName } from '../choices/off';
import type { Settings } from '../choices/settings';
import type { EntityId, SourceId } from '../model/source';
import type { EntitySummary } from '../model/views';
import type { EntityTable } from './entity-table';
import { membersOf, type Subjects } from './subjects';

/** What a reader has chosen of sources and subjects. */
export type SourceChoices = Pick<
  Settings,
  'sourcesOff' | 'sourcesPainted' | 'sourceOrder' | 'subjectsApart' | 'subjectsJoined' | 'language'
> & {
  /** The address of the page being read: a source is not quoted on itself. */
  page?: string | null;
};

export class SubjectTable {
  readonly entities: EntityTable;
  readonly #subjects: Subjects;
  readonly #choices: SourceChoices;
  /** By number of the source. */
  readonly #ranks: Uint32Array;
  readonly #isOff: readonly boolean[];
  readonly #isPainted: readonly boolean[];
  readonly #members = new Map<number, number[]>();

  constructor(entities: EntityTable, subjects: Subjects, choices: SourceChoices) {
    this.entities = entities;
    this.#subjects = subjects;
    this.#choices = choices;
    const { sources } = entities;
    const numbers = new Map(choices.sourceOrder.map((id, number) => [id, number]));
    const order = sources
      .map((_, number) => number)
      .sort((a, b) => {
        const [one, other] = [sources[a], sources[b]];
        if (!one || !other) return 0;
        const chosen = (id: SourceId) => numbers.get(id) ?? numbers.size;
        return chosen(one.id) - chosen(other.id) || one.added - other.added || a - b;
      });
    this.#ranks = new Uint32Array(sources.length);
    order.forEach((number, rank) => {
      this.#ranks[number] = rank;
    });
    const off = new Set(choices.sourcesOff);
    const painted = new Set(choices.sourcesPainted);
    this.#isOff = sources.map(({ id, isGone }) => isGone || off.has(id));
    // What is bundled says nothing of its reader.
    this.#isPainted = sources.map(({ id, added }) => added === 0 || painted.has(id));
  }

  /** The same to a reader of this page: without the source that it is. */
  on(page: string | null): SubjectTable {
    const name = page && pageName(page);
    const itself = this.entities.sources.filter((source) => name && source.page === name);
    if (itself.length === 0) return this;
    const sourcesOff = [...this.#choices.sourcesOff, ...itself.map(({ id }) => id)];
    return new SubjectTable(this.entities, this.#subjects, { ...this.#choices, sourcesOff });
  }

  subjectOf(entity: number): number {
    return this.#subjects.of[entity] ?? -1;
  }

  /** Its entities in sources that are on, in the reader's order. */
  membersOn(subject: number): readonly number[] {
    let members = this.#members.get(subject);
    if (!members) {
      members = this.members(subject).filter((entity) => this.isOn(entity));
      this.#members.set(subject, members);
    }
    return members;
  }

  /** All its entities, in no order of the reader's; those of sources that are gone too. */
  entitiesOf(subject: number): Uint32Array {
    return membersOf(this.#subjects, subject);
  }

  /** All its entities that are there, in the reader's order. */
  members(subject: number): number[] {
    return [...membersOf(this.#subjects, subject)]
      .filter((entity) => this.entities.isThere(entity))
      .sort((a, b) => this.rankOf(a) - this.rankOf(b) || a - b);
  }

  /** The members of each subject that has any. */
  all(): number[][] {
    return Array.from(this.#subjects.ends, (_, subject) => this.members(subject)).filter(
      ({ length }) => length > 0,
    );
  }

  /** False in a source that is off. */
  isOn(entity: number): boolean {
    return this.#isOff[this.entities.sourceOf(entity)] !== true;
  }

  /** The rank of the source of an entity in the reader's order. */
  rankOf(entity: number): number {
    return this.#ranks[this.entities.sourceOf(entity)] ?? 0;
  }

  /** True for an entity of a source whose names may be seen on pages. */
  isPainted(entity: number): boolean {
    return this.#isPainted[this.entities.sourceOf(entity)] === true;
  }

  /** The sources for which a subject is company: those that have names which need some. */
  companyIn(subject: number): SourceId[] {
    return this.membersOn(subject).flatMap((entity) => {
      const source = this.entities.sources[this.entities.sourceOf(entity)];
      return source?.hasAmbiguous ? [source.id] : [];
    });
  }

  /** The entity that stands for a subject. */
  spokenFor(subject: number): number {
    return this.membersOn(subject)[0] ?? this.members(subject)[0] ?? -1;
  }

  /** The subject of an entity; null when the library no longer holds it. */
  find(id: EntityId): number | null {
    const entity = this.entities.numberOf(id);
    return entity < 0 ? null : this.subjectOf(entity);
  }

  summary(entity: number): EntitySummary {
    const { entities } = this;
    return {
      id: entities.idOf(entity),
      canonical: entities.canonicalOf(entity),
      kind: entities.kindOf(entity),
    };
  }
}
