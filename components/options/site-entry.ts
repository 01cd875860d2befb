/** Reads what a reader types as the name of a site. */
import { siteName } from '../../core/choices/off';

/**
 * The host, as settings hold it, of what was typed: a host, or an address that was pasted. Null when it is
 * neither.
 */
export function siteFrom(typed: string): string | null {
  const text = typed.trim();
  const address = URL.parse(/^[a-z]+:\/\//i.test(text) ? text : `https:${text}`);
  const isWeb = address !== null && /^https?:$/.test(address.protocol);
  if (!isWeb || address.username || /\s/.test(text)) return null;
  return /^([\p{L}\p{N}_-]+\.)*[\p{L}\p{N}_-]+$|^\[.+\]$/u.test(address.hostname)
    ? siteName(address.hostname)
    : null;
}
