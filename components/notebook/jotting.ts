/** A field that saves what is typed without being asked: after a pause, and when it is left. */
import { useEffect, useRef, useState } from 'preact/hooks';

/** Felt as at once, and longer than between two letters. */
const PAUSE_MS = 400;

interface Jotting {
  onJot(typed: string): Promise<unknown>;
  /** The reader has left the field, and something else stands in it. */
  onJotted(): void;
  onFail(error: unknown): void;
}

/** @param stored what is saved. @returns what the field is given */
export function useJotting(stored: string, { onJot, onJotted, onFail }: Jotting) {
  const [typed, setTyped] = useState<string | null>(null);
  const before = useRef(stored);
  const waiting = useRef<(() => Promise<boolean>) | null>(null);
  /** Whether what was saved last could be. */
  const saved = useRef(Promise.resolve(true));
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const save = () => {
    clearTimeout(timer.current);
    if (waiting.current) saved.current = waiting.current();
    waiting.current = null;
    return saved.current;
  };
  useEffect(() => {
    // The panel may be closed at any moment.
    const leave = () => void save();
    addEventListener('pagehide', leave);
    return () => {
      removeEventListener('pagehide', leave);
      leave();
    };
  }, []);
  return {
    value: typed ?? stored,
    onFocus: () => {
      before.current = stored;
    },
    onInput: ({ currentTarget: { value } }: { currentTarget: { value: string } }) => {
      setTyped(value);
      waiting.current = () =>
        onJot(value).then(
          () => true,
          (error) => {
            onFail(error);
            return false;
          },
        );
      clearTimeout(timer.current);
      timer.current = setTimeout(save, PAUSE_MS);
    },
    onBlur: async () => {
      // What cannot be saved stays in the field.
      if (typed === null || !(await save())) return;
      setTyped((now) => (now === typed ? null : now));
      if (typed !== before.current) onJotted();
    },
  };
}
