import { i18n } from '#i18n';
import type { SearchResults } from '../core/types';
import { LeftOut, PassageText } from './passage-text';
import { findInText, foldAround } from './segments';
import { isolate, numberText, quoteText, speakerText } from './wording';

/** Two lines of the popup: enough to know the passage again. */
const SNIPPET_CHARACTERS = 150;

/** What a search found: names, then passages with the hits emphasised. */
export function ResultList({
  query,
  results,
  onOpenEntity,
  onOpenPassage,
}: {
  query: string;
  results: SearchResults | null;
  onOpenEntity(entityId: string): void;
  onOpenPassage(passageId: string): void;
}) {
  const names = results?.names ?? [];
  const passages = results?.passages ?? [];
  const counts = [
    i18n.t('popup.namesCount', names.length, [numberText(names.length)]),
    i18n.t('popup.passagesCount', passages.length, [numberText(passages.length)]),
  ];
  const nothing = results && names.length + passages.length === 0;
  return (
    <>
      <p class={nothing ? 'popup-state' : 'visually-hidden'} role="status">
        {nothing
          ? i18n.t('popup.nothingFound', [isolate(query.trim())])
          : results && counts.join(', ')}
      </p>
      {names.length > 0 && (
        <section aria-labelledby="names-found">
          <div class="popup-heading">
            <h2 id="names-found">{i18n.t('popup.names')}</h2>
          </div>
          <ul>
            {names.map(({ id, canonical, kind, matchedName, mentions }) => (
              <li key={id} class="row">
                <button type="button" class="row-main" data-row onClick={() => onOpenEntity(id)}>
                  <span>
                    <Name text={canonical} query={query} />{' '}
                    <span class="row-kind">
                      {i18n.t(`kind.${kind}`)}
                      {matchedName !== canonical && (
                        <> · {i18n.t('popup.foundAs', [isolate(matchedName)])}</>
                      )}
                    </span>
                  </span>{' '}
                  <span class="row-count">
                    {i18n.t('popup.inSource', mentions, [numberText(mentions)])}
                  </span>
                </button>
              </li>
            ))}
          </ul>
        </section>
      )}
      {passages.length > 0 && (
        <section aria-labelledby="passages-found">
          <div class="popup-heading">
            <h2 id="passages-found">{i18n.t('popup.passages')}</h2>
          </div>
          <ul>
            {passages.map((passage) => (
              <Found key={passage.id} passage={passage} onOpenPassage={onOpenPassage} />
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

function Name({ text, query }: { text: string; query: string }) {
  const hit = findInText(text, query)[0];
  return (
    <bdi class="row-name">
      {text.slice(0, hit?.start)}
      {hit && (
        <>
          <mark class="pt-hit">{text.slice(hit.start, hit.end)}</mark>
          {text.slice(hit.end)}
        </>
      )}
    </bdi>
  );
}

function Found({
  passage,
  onOpenPassage,
}: {
  passage: NonNullable<SearchResults['passages']>[number];
  onOpenPassage(passageId: string): void;
}) {
  const { id, text, ordinal, turn, source, hits, quotes } = passage;
  const hit = hits[0];
  // Words found inside a quote are not the words of whoever quotes them.
  const quote = quotes.find((each) => hit && each.start <= hit.start && hit.end <= each.end);
  const part = foldAround(text, hit, SNIPPET_CHARACTERS);
  return (
    <li class="row">
      <button
        type="button"
        class="row-main found"
        data-row
        data-turn={turn}
        onClick={() => onOpenPassage(id)}
      >
        <span class="found-words" dir="auto">
          <LeftOut passage={passage} part={{ start: 0, end: part.start }} brief />
          <PassageText passage={passage} part={part} hits={hits} still />
          <LeftOut passage={passage} part={{ start: part.end, end: text.length }} brief />
        </span>
        <span class="found-by">
          <b>
            <bdi>{quote ? quoteText(quote, passage) : speakerText(passage)}</bdi>
          </b>
          <span>{i18n.t(`turn.${turn}`)}</span>
          <span>{i18n.t('passage.ordinal', [numberText(ordinal)])}</span>
          <bdi>{source.title}</bdi>
        </span>
      </button>
    </li>
  );
}
