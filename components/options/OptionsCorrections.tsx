/** What the reader has said in cards that a name does not mean. */
import { i18n } from '#i18n';
import { type Correction, withoutCorrection } from '../../core/choices/corrections';
import type { Act } from '../controls/notice';
import { RemovableList } from '../controls/RemovableList';
import { correctionText } from '../words/setting-wording';
import { isolate } from '../words/wording';
import type { OptionsProps } from './options-props';

export function OptionsCorrections({
  corrections,
  entities,
  onChoose,
  act,
}: OptionsProps & { act: Act }) {
  const textOf = (correction: Correction) => {
    const entity = entities.find(({ id }) => id === correction.entity);
    return correctionText(correction, entity?.canonical ?? null);
  };
  return (
    <>
      <p class="page-note">{i18n.t('options.correctionsHint')}</p>
      {corrections.length === 0 && <p>{i18n.t('options.noCorrections')}</p>}
      <RemovableList
        label={i18n.t('options.corrections')}
        items={corrections}
        textOf={textOf}
        onRemove={(correction) =>
          act(
            () => i18n.t('options.correctionRemoved', [isolate(correction.name)]),
            () => onChoose({ corrections: withoutCorrection(corrections, correction) }),
            () => onChoose({ corrections }),
          )
        }
      />
    </>
  );
}
