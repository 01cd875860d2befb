/** Copies something, and says whether it could. */
import { useEffect, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { Icon } from './icons';

/** Long enough to be read, short enough not to be taken for the state of the next passage. */
const COPIED_MS = 2000;

/** Formats beside the short one, with their proper names, the same in every language; the full one has none. */
export const OTHER_FORMATS = [
  ['full', null],
  ['markdown', 'Markdown'],
  ['ris', 'RIS'],
  ['bibtex', 'BibTeX'],
  ['csl-json', 'CSL-JSON'],
] as const;

interface CopyButtonProps {
  /** "Copied" shows when it is done, "Not copied" when it throws. */
  onCopy(): void | Promise<void>;
  /** "Copy quote" unless given. */
  label?: string;
  look?: 'button' | 'chip';
}

export function CopyButton({ onCopy, label, look = 'button' }: CopyButtonProps) {
  const [outcome, setOutcome] = useState<'copied' | 'notCopied' | null>(null);
  useEffect(() => {
    if (!outcome) return;
    const timer = setTimeout(() => setOutcome(null), COPIED_MS);
    return () => clearTimeout(timer);
  }, [outcome]);
  const copy = async () => {
    try {
      await onCopy();
      setOutcome('copied');
    } catch (error) {
      console.error('Sidelight:', error);
      setOutcome('notCopied');
    }
  };
  return (
    <button type="button" class={look} onClick={copy}>
      {look === 'button' && <Icon name={outcome === 'copied' ? 'check' : 'copy'} />}
      <span aria-live="polite">
        {outcome ? i18n.t(`card.${outcome}`) : (label ?? i18n.t('card.copy'))}
      </span>
    </button>
  );
}
