/** What pages are answered: the forms filed under the heads they ask about, each subject once, and what else they must know. */
import type { Correction } from '../choices/corrections';
import { notOf } from '../model/form';
import type { EntityId, EntityKind } from '../model/source';
import {
  type FormAnswer,
  type NameIndex,
  NOT,
  type PageAnswer,
  UNPAINTED,
} from '../names/name-index';
import { fold } from '../text/fold';
import { nameAt } from './cards';
import type { OpenLibrary } from './open-library';
import type { SubjectTable } from './subject-table';

/** A form, as the first of the reader's sources that has it says. */
interface Answered {
  rank: number;
  answer: FormAnswer;
  isPainted: boolean;
}

/** What pages are not to be answered with. */
export interface LeftOut {
  kinds: readonly EntityKind[];
  corrections: readonly Correction[];
  /** Entities of subjects that are matched, and not painted. */
  muted: readonly EntityId[];
}

/**
 * A head of a thousand sources has thousands of forms, most of them alike: nothing is made of one that is known.
 * @param indexes of the segments; null for one that cannot be read
 */
export async function answerFor(
  heads: readonly string[],
  library: OpenLibrary,
  subjects: SubjectTable,
  indexes: ReadonlyArray<NameIndex | null>,
  { kinds, corrections, muted }: LeftOut,
): Promise<PageAnswer> {
  const { entities } = library;
  const corrected = correctedNames(corrections, subjects);
  const silent = new Set(muted.map((entity) => subjects.find(entity)));
  const isCorrected = async (entity: number, name: number) => {
    const names = corrected.get(subjects.subjectOf(entity));
    return names?.has(fold((await nameAt(library, entity, name)) ?? '')) === true;
  };
  const answered = new Set<number>();
  const forms: PageAnswer['forms'] = [];
  for (const head of new Set(heads)) {
    const texts = new Map<string, number>();
    // Of several sources with one form, the reader's first says how it counts.
    const first = new Map<number, Answered>();
    let isFiled = false;
    for (const [segment, index] of indexes.entries()) {
      if (!index) continue;
      const from = entities.firsts[segment] ?? 0;
      const numbers = new Map<number, number>();
      for (const form of index.formsUnder(head)) {
        isFiled = true;
        const entity = from + index.entityOf(form);
        if (!subjects.isOn(entity) || kinds.includes(entities.kindOf(entity))) continue;
        if (corrected.size > 0 && (await isCorrected(entity, index.nameOf(form)))) continue;
        const at = index.textAt(form);
        let number = numbers.get(at);
        if (number === undefined) {
          const text = index.textOf(form);
          number = texts.get(text) ?? texts.size;
          texts.set(text, number);
          numbers.set(at, number);
        }
        const subject = subjects.subjectOf(entity);
        const flags = index.flagsOf(form);
        const key = (number * entities.size + subject) * 2 + Number((flags & NOT) !== 0);
        const rank = subjects.rankOf(entity);
        const known = first.get(key);
        // A form may be painted where one source that has it may be.
        const isPainted =
          known?.isPainted === true || (subjects.isPainted(entity) && !silent.has(subject));
        if (known && known.rank <= rank) {
          known.isPainted = isPainted;
          continue;
        }
        const id = entities.idOf(subjects.spokenFor(subject));
        const meant = flags & NOT ? notOf(id) : id;
        const answer: FormAnswer = [index.textOf(form), index.headAt(form), meant, flags & ~NOT];
        first.set(key, { rank, answer, isPainted });
        answered.add(subject);
      }
    }
    if (!isFiled) continue;
    const ranked = [...first.values()].sort((a, b) => a.rank - b.rank);
    forms.push([head, ranked.map(toPage)]);
  }
  return { forms, about: [...answered].flatMap((subject) => aboutOf(subjects, subject)) };
}

/** The names, folded, that a reader has said do not mean a subject. */
function correctedNames(
  corrections: readonly Correction[],
  subjects: SubjectTable,
): Map<number, Set<string>> {
  const corrected = new Map<number, Set<string>>();
  for (const { entity, name } of corrections) {
    const subject = subjects.find(entity);
    if (subject === null) continue;
    corrected.set(subject, (corrected.get(subject) ?? new Set()).add(fold(name)));
  }
  return corrected;
}

/** What a page must be told of a subject beyond its forms; nothing of most. */
function aboutOf(subjects: SubjectTable, subject: number): PageAnswer['about'] {
  if (subjects.membersOn(subject).length === 1) return [];
  const id = subjects.entities.idOf(subjects.spokenFor(subject));
  return [[id, subjects.companyIn(subject)]];
}

function toPage({ answer: [text, headAt, entity, flags], isPainted }: Answered): FormAnswer {
  return [text, headAt, entity, isPainted ? flags : flags | UNPAINTED];
}
