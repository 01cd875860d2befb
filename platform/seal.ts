/**
 * Seals what identifies reading and lies in `storage.session`, the one area in memory: content scripts can read it
 * in Chromium, since pages have their record there. The key lies where they cannot
 * (docs/decisions/0024-storage-closed-to-pages.md).
 */
import { browser } from 'wxt/browser';

const KEY = 'sealKey';
const LOCK = 'seal';
const CIPHER = 'AES-GCM';
/** As NIST SP 800-38D recommends for this cipher. */
const NONCE_BYTES = 12;

/** @param value anything that JSON can hold */
export async function seal(value: unknown): Promise<string> {
  const nonce = crypto.getRandomValues(new Uint8Array(NONCE_BYTES));
  const plain = new TextEncoder().encode(JSON.stringify(value));
  const sealed = await crypto.subtle.encrypt({ name: CIPHER, iv: nonce }, await sealKey(), plain);
  return toBase64([...nonce, ...new Uint8Array(sealed)]);
}

/** @returns what was sealed; null, with a warning, when it is nothing that was sealed here */
export async function unseal(sealed: string): Promise<unknown> {
  const key = await sealKey();
  try {
    const bytes = Uint8Array.from(atob(sealed), (unit) => unit.charCodeAt(0));
    const [iv, cipher] = [bytes.subarray(0, NONCE_BYTES), bytes.subarray(NONCE_BYTES)];
    const plain = await crypto.subtle.decrypt({ name: CIPHER, iv }, key, cipher);
    return JSON.parse(new TextDecoder().decode(plain));
  } catch (error) {
    console.warn('Sidelight leaves aside what it did not seal itself:', error);
    return null;
  }
}

async function sealKey(): Promise<CryptoKey> {
  const kept = (await keptKey()) ?? (await navigator.locks.request(LOCK, makeKey));
  return crypto.subtle.importKey('jwk', kept, CIPHER, false, ['encrypt', 'decrypt']);
}

async function keptKey(): Promise<JsonWebKey | undefined> {
  return (await browser.storage.local.get(KEY))[KEY] as JsonWebKey | undefined;
}

/** Of two that find no key at once, the second takes what the first has made. */
async function makeKey(): Promise<JsonWebKey> {
  const kept = await keptKey();
  if (kept) return kept;
  const uses: KeyUsage[] = ['encrypt', 'decrypt'];
  const made = await crypto.subtle.generateKey({ name: CIPHER, length: 256 }, true, uses);
  const key = await crypto.subtle.exportKey('jwk', made);
  await browser.storage.local.set({ [KEY]: key });
  return key;
}

function toBase64(bytes: readonly number[]): string {
  return btoa(bytes.map((byte) => String.fromCharCode(byte)).join(''));
}
