import { i18n } from '#i18n';
import { foundPassages } from '../../core/library/found-passages';
import type { FoundPassage, SearchResults } from '../../core/model/views';
import { LeftOut, PassageText, QuoteBy } from '../passage/passage-text';
import { finderOf, foldAround } from '../passage/spans';
import { Speaker, Title, Translated } from '../passage/Translated';
import { isolate, nameOf, numberText, quoteAt } from '../words/wording';
import { ResultRow, type Row } from './ResultRow';

/** Two lines of the popup: enough to know the passage again. */
const SNIPPET_CHARACTERS = 150;

type FoundName = SearchResults['names'][number];

/** What a search found, as options: names, then passages with the hits emphasised. `rows` are theirs, in order. */
export function ResultList({
  query,
  results,
  rows,
  ...choice
}: {
  query: string;
  results: SearchResults;
  rows: readonly Row[];
  active: string | null;
  onActive(id: string): void;
}) {
  const { names, ofFirst } = results;
  const [first] = names;
  const passages = foundPassages(results);
  return (
    <>
      {names.length > 0 && (
        // biome-ignore lint/a11y/useSemanticElements: options in a bare fieldset are no options to Chromium
        <div class="popup-group" role="group" aria-labelledby="names-found">
          <div class="popup-heading" role="presentation" id="names-found">
            {i18n.t('popup.names')}
          </div>
          {names.map((name, i) => {
            const row = rows[i];
            return (
              row && (
                <ResultRow key={row.id} row={row} {...choice}>
                  <NameFound name={name} query={query} />
                </ResultRow>
              )
            );
          })}
        </div>
      )}
      {passages.length > 0 && (
        // biome-ignore lint/a11y/useSemanticElements: options in a bare fieldset are no options to Chromium
        <div class="popup-group" role="group" aria-labelledby="passages-found">
          <div class="popup-heading" role="presentation" id="passages-found">
            {first && ofFirst.length > 0
              ? i18n.t('popup.passagesOn', [isolate(nameOf(first))])
              : i18n.t('popup.passages')}
          </div>
          {passages.map((passage, i) => {
            const row = rows[names.length + i];
            return (
              row && (
                <ResultRow
                  key={row.id}
                  row={row}
                  class="found"
                  data-turn={passage.turn}
                  {...choice}
                >
                  <PassageFound passage={passage} />
                </ResultRow>
              )
            );
          })}
        </div>
      )}
    </>
  );
}

function NameFound({
  name: { canonical, local, kind, matchedName, mentions },
  query,
}: {
  name: FoundName;
  query: string;
}) {
  return (
    <>
      <span>
        <Name text={local ?? canonical} query={query} />{' '}
        <span class="row-kind">
          {i18n.t(`kind.${kind}`)}
          {local && <> · {isolate(canonical)}</>}
          {matchedName !== canonical && matchedName !== local && (
            <> · {i18n.t('popup.foundAs', [isolate(matchedName)])}</>
          )}
        </span>
      </span>{' '}
      <span class="row-count">{i18n.t('popup.inSource', mentions, [numberText(mentions)])}</span>
    </>
  );
}

function Name({ text, query }: { text: string; query: string }) {
  const hit = finderOf(query)(text)[0];
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

function PassageFound({ passage }: { passage: FoundPassage }) {
  const { text, ordinal, turn, speaker, question, doubt, source, hits, isTranslated } = passage;
  const hit = hits[0];
  const quote = quoteAt(hit, passage);
  const part = foldAround(text, hit, SNIPPET_CHARACTERS);
  return (
    <>
      <span class="found-words" dir="auto">
        <LeftOut passage={passage} part={{ start: 0, end: part.start }} brief />
        <PassageText passage={passage} part={part} hits={hits} still />
        <LeftOut passage={passage} part={{ start: part.end, end: text.length }} brief />
      </span>
      <span class="found-by">
        <b>{quote ? <QuoteBy quote={quote} passage={passage} /> : <Speaker passage={passage} />}</b>
        {speaker?.role && !quote && <Translated text={speaker.role} lang={source.language} />}
        {doubt && <span>{i18n.t('passage.notCertain')}</span>}
        {turn !== 'narration' && <span>{i18n.t(`turn.${turn}`)}</span>}
        <span>{i18n.t('passage.ordinal', [numberText(ordinal)])}</span>
        {question && <span>{i18n.t('reader.answers', [numberText(question.ordinal)])}</span>}
        <Title source={source} />
        {isTranslated && <span>{i18n.t('translation.found')}</span>}
      </span>
    </>
  );
}
