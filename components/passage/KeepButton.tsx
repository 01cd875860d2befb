/** Keeps a passage in the notebook, or the words of it that are selected; pressed again, takes it back. */
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { Span } from '../../core/model/source';
import type { AttributedPassage } from '../../core/model/views';
import { Icon } from '../controls/icons';
import { failureText } from '../words/wording';
import { selectedPart } from './selected-part';

/** Takes back what was done. */
type Undo = () => Promise<unknown>;

interface KeepButtonProps {
  passage: AttributedPassage;
  /** @param part selected in the text; null for all of it */
  onKeep(part: Span | null): Promise<Undo> | undefined;
  /** One key does the same while nothing is being typed. */
  hasKey?: boolean;
}

export function KeepButton({ passage, onKeep, hasKey = true }: KeepButtonProps) {
  const [undo, setUndo] = useState<{ do: Undo } | null>(null);
  const [said, setSaid] = useState({ text: '', isFault: false });
  const say = (text: string) => setSaid({ text, isFault: false });
  const press = async () => {
    try {
      if (undo) {
        await undo.do();
        setUndo(null);
        say(i18n.t('notebook.unkept'));
      } else {
        const taken = await onKeep(selectedPart(passage));
        setUndo(taken ? { do: taken } : null);
        say(i18n.t('notebook.kept'));
      }
    } catch (error) {
      console.error('Sidelight:', error);
      setSaid({ text: failureText(error), isFault: true });
    }
  };
  const latest = useRef(press);
  latest.current = press;
  // What is seen must answer to its key.
  useLayoutEffect(() => {
    if (!hasKey) return;
    const hear = (event: KeyboardEvent) => {
      if (event.key !== 'k' || event.ctrlKey || event.metaKey || event.altKey) return;
      const { target } = event;
      if (target instanceof Element && target.matches('input,textarea,select')) return;
      event.preventDefault();
      latest.current();
    };
    addEventListener('keydown', hear);
    return () => removeEventListener('keydown', hear);
  }, [hasKey]);
  const label = i18n.t(undo ? 'notebook.unkeep' : 'notebook.keep');
  return (
    <>
      <button
        type="button"
        class="icon-button"
        aria-label={label}
        title={label}
        aria-pressed={undo !== null}
        onClick={press}
      >
        <Icon name="keep" />
      </button>
      {/* That it is kept the button shows; why it is not, nothing else. */}
      <span class={said.isFault ? 'keep-fault' : 'visually-hidden'} role="status">
        {said.text}
      </span>
    </>
  );
}
