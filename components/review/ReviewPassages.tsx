/** Who says each passage: those in doubt first in sight, each with who it is credited to and what changes that. */
import { useId, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { anchorOf } from '../../core/compile/overlay';
import { TURNS, type Turn } from '../../core/model/source';
import { doubtText, numberText } from '../words/wording';
import type { Editing } from './edits';

/** Rows at first, and with each "Show more". */
const ROWS = 50;
/** Enough of a passage to know it by. */
const SHOWN = 400;

export function ReviewPassages({ described, edit }: Editing) {
  const { about, document } = described;
  const inDoubt = about.passages.filter(({ doubt }) => doubt).length;
  const [isAll, setAll] = useState(inDoubt === 0);
  const [most, setMost] = useState(ROWS);
  const id = useId();
  const rows = about.passages
    .map((passage, at) => ({ passage, ordinal: at + 1 }))
    .filter(({ passage }) => isAll || passage.doubt);
  return (
    <div class="review-passages">
      <label class="library-switch">
        <input
          type="checkbox"
          checked={!isAll}
          onChange={({ currentTarget }) => setAll(!currentTarget.checked)}
        />
        {i18n.t('review.doubtfulOnly', [numberText(inDoubt)])}
      </label>
      <datalist id={`${id}-people`}>
        {about.people.map(({ name }) => (
          <option key={name} value={name} />
        ))}
      </datalist>
      {inDoubt > 0 && (
        <button
          type="button"
          class="button page-button"
          onClick={() => edit({ edit: 'accept-speakers' })}
        >
          {i18n.t('review.acceptSpeakers')}
        </button>
      )}
      {rows.length === 0 && <p role="status">{i18n.t('review.noDoubts')}</p>}
      <ol class="review-turns">
        {rows.slice(0, most).map(({ passage, ordinal }) => {
          const words = document.slice(passage.start, passage.end);
          const speaker = about.people.find((person) => person.id === passage.speaker)?.name ?? '';
          const doubt = doubtText(passage.doubt ?? null);
          const change = (turn: Turn, name: string) =>
            edit({
              edit: 'speaker',
              passage: anchorOf(words),
              turn,
              speaker: name.trim() === '' ? null : name.trim(),
            });
          return (
            <li key={ordinal} value={ordinal}>
              <p class="review-words" lang={about.language} dir="auto">
                {words.slice(0, SHOWN)}
                {words.length > SHOWN && ' …'}
              </p>
              {doubt && (
                <p class="review-why" lang={doubt.lang}>
                  {doubt.text}
                </p>
              )}
              <div class="page-row">
                <label>
                  {i18n.t('review.turn')}{' '}
                  <select
                    value={passage.turn}
                    onChange={({ currentTarget: { value } }) => change(value as Turn, speaker)}
                  >
                    {TURNS.map((turn) => (
                      <option key={turn} value={turn}>
                        {i18n.t(`turn.${turn}`)}
                      </option>
                    ))}
                  </select>
                </label>
                <label>
                  {i18n.t('review.speaker')}{' '}
                  <input
                    list={`${id}-people`}
                    value={speaker}
                    onChange={({ currentTarget: { value } }) =>
                      change(
                        value.trim() !== '' && passage.turn === 'narration'
                          ? 'answer'
                          : passage.turn,
                        value,
                      )
                    }
                  />
                </label>
                {doubt && (
                  <button
                    type="button"
                    class="button page-button"
                    onClick={() => change(passage.turn, speaker)}
                  >
                    {i18n.t('review.accept')}
                  </button>
                )}
              </div>
            </li>
          );
        })}
      </ol>
      {rows.length > most && (
        <button type="button" class="button page-button" onClick={() => setMost(most + ROWS)}>
          {i18n.t('library.more')}
        </button>
      )}
    </div>
  );
}
