/** Passages and sources as a card, a list or a page of ours shows them: with everything that must be said of them. */
import type { Span } from '../model/source';
import type { AttributedPassage, SourceSummary } from '../model/views';
import type { HeldPassage, HeldSource } from '../segment/held-source';

export function summaryOf({ source, passages }: HeldSource): SourceSummary {
  const { id, title, titleIsOurs, kind, publisher, date, language, entitiesFoundBy } = source;
  // What an earlier version has stored has none.
  const { authors = [] } = source;
  return {
    id,
    title,
    titleIsOurs,
    kind,
    authors,
    publisher,
    date,
    language,
    entitiesFoundBy,
    passages,
  };
}

/**
 * @param passages of the source, by ordinal: the question among them, if the passage answers one
 * @param emphasised entities of which the mentions are emphasised, by their numbers in the source
 */
export function attributed(
  held: HeldSource,
  { answers, mentions, speaker, ordinal, sectionBreak: _, ...passage }: HeldPassage,
  passages: ReadonlyMap<number, HeldPassage>,
  emphasised: readonly number[] = [],
): AttributedPassage {
  const { id, people } = held.source;
  const question = answers === null ? undefined : passages.get(answers);
  return {
    ...passage,
    id: `${id}/${ordinal}`,
    ordinal,
    speaker: people.find((person) => person.id === speaker) ?? null,
    emphasis: mentions
      .filter((mention) => emphasised.includes(mention.entity))
      .map(({ start, end }): Span => ({ start, end })),
    question: question
      ? {
          id: `${id}/${question.ordinal}`,
          ordinal: question.ordinal,
          text: question.text,
          doubt: question.doubt,
        }
      : null,
    source: summaryOf(held),
  };
}
