import { doubtText } from '../words/wording';

/** Why it is not certain who says a passage; nothing where it is. */
export function Doubtful({ doubt, class: name }: { doubt: string | null; class?: string }) {
  const words = doubtText(doubt);
  return (
    words && (
      <p class={name} lang={words.lang}>
        {words.text}
      </p>
    )
  );
}
