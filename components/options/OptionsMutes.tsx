/** The subjects that the reader has said not to mark. */
import { i18n } from '#i18n';
import { type Mute, partsOf, withoutMute } from '../../core/choices/mutes';
import type { Act } from '../controls/notice';
import { RemovableList } from '../controls/RemovableList';
import { commas, isolate, nameOf } from '../words/wording';
import type { OptionsProps } from './options-props';

export function OptionsMutes({ settings, entities, onChoose, act }: OptionsProps & { act: Act }) {
  const { subjectsMuted } = settings;
  const textOf = (mute: Mute) => {
    const { entity, site } = partsOf(mute);
    const held = entities.find(({ id }) => id === entity);
    const where = site ? i18n.t('options.onSite', [isolate(site)]) : i18n.t('options.everywhere');
    return commas([held ? isolate(nameOf(held)) : i18n.t('options.gone'), where]);
  };
  const keep = (mutes: readonly Mute[]) => onChoose({ settings: { subjectsMuted: mutes } });
  return (
    <>
      <p class="page-note">{i18n.t('options.mutesHint')}</p>
      {subjectsMuted.length === 0 && <p>{i18n.t('options.noMutes')}</p>}
      <RemovableList
        label={i18n.t('options.mutes')}
        items={subjectsMuted}
        textOf={textOf}
        onRemove={(mute) =>
          act(
            () => i18n.t('options.muteRemoved', [textOf(mute)]),
            () => keep(withoutMute(subjectsMuted, mute)),
            () => keep(subjectsMuted),
          )
        }
      />
    </>
  );
}
