/** Copying, also where a page forbids its frames the clipboard. */
import { Failure } from '../core/model/failure';

/** @throws a `Failure` when the browser refuses both ways */
export async function copyText(text: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
    return;
  } catch {
    // A page's permissions policy holds for the card in it; the older command needs none.
    copyBySelection(text);
  }
}

function copyBySelection(text: string): void {
  const field = document.createElement('textarea');
  field.value = text;
  field.style.position = 'fixed';
  field.style.opacity = '0';
  document.body.append(field);
  field.select();
  const isCopied = document.execCommand('copy');
  field.remove();
  if (!isCopied) throw new Failure('copy-refused', 'The browser refuses both ways of copying.');
}
