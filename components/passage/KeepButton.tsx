/** Keeps a passage in the notebook, or the words of it that are selected; pressed again, takes it back. */
import type { RefObject } from 'preact';
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
  /** The key that does the same. */
  by?: keyof typeof KEYS;
  /** One of several: the key means the one that has the focus. */
  within?: RefObject<HTMLElement | null>;
}

const KEYS = {
  /** While nothing is being typed. */
  k: {
    shown: 'K',
    is: ({ key, ctrlKey, metaKey, altKey, target }: KeyboardEvent) =>
      key === 'k' &&
      !(ctrlKey || metaKey || altKey) &&
      !(target instanceof Element && target.matches('input,textarea,select')),
  },
  /** Where something is being typed. */
  save: {
    shown: /Mac/.test(navigator.userAgent) ? '⌘S' : 'Ctrl+S',
    is: ({ key, ctrlKey, metaKey }: KeyboardEvent) => key === 's' && (ctrlKey || metaKey),
  },
};

export function KeepButton({ passage, onKeep, by = 'k', within }: KeepButtonProps) {
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
    const hear = (event: KeyboardEvent) => {
      const isMeant = !within || within.current?.contains(document.activeElement);
      if (!isMeant || !KEYS[by].is(event)) return;
      event.preventDefault();
      latest.current();
    };
    addEventListener('keydown', hear);
    return () => removeEventListener('keydown', hear);
  }, [by, within]);
  const label = i18n.t(undo ? 'notebook.unkeep' : 'notebook.keep', [KEYS[by].shown]);
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
