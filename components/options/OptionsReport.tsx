/** What to paste into a report of a problem; all of it is shown before it is copied. */
import { i18n } from '#i18n';
import type { Act } from '../controls/notice';
import type { OptionsProps } from './options-props';

export function OptionsReport({ report, act, onCopy }: OptionsProps & { act: Act }) {
  return (
    <>
      <p class="page-note">{i18n.t('options.reportHint')}</p>
      <pre class="options-report" lang="en" dir="ltr">
        {report}
      </pre>
      <button
        type="button"
        class="button page-button"
        onClick={() =>
          act(
            () => i18n.t('options.reportCopied'),
            () => onCopy(report),
          )
        }
      >
        {i18n.t('options.reportCopy')}
      </button>
    </>
  );
}
