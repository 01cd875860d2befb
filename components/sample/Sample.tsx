/** A few lines of ours in which names are marked as on any page, to try the cards on and to see a choice take effect. */
import { useId } from 'preact/hooks';
import { i18n } from '#i18n';
import type { Settings } from '../../core/choices/settings';
import './sample.css';

/** @param isOff Sidelight is off on every page, and so is here */
export function Sample({ settings, isOff }: { settings: Settings; isOff: boolean }) {
  const label = useId();
  return (
    <section class="sample" aria-labelledby={label}>
      <h2 id={label}>{i18n.t('sample.label')}</h2>
      <p class="sample-hint">{hintFor(settings, isOff)}</p>
      <article class="sample-text">
        <h3>{i18n.t('sample.title')}</h3>
        <p>{i18n.t('sample.first')}</p>
        <p>{i18n.t('sample.second')}</p>
      </article>
    </section>
  );
}

function hintFor({ density, trigger }: Settings, isOff: boolean): string {
  if (isOff) return i18n.t('sample.off');
  if (density === 'none') return i18n.t('sample.quiet');
  return i18n.t(`sample.${trigger === 'alt-hover' ? 'altHover' : trigger}`);
}
