/** What browsers, workers and Node share, and the compiler settings of this room do not know. */
const { crypto, TextEncoder } = globalThis as unknown as {
  crypto: { subtle: { digest(name: string, bytes: Uint8Array): Promise<ArrayBuffer> } };
  TextEncoder: new () => { encode(text: string): Uint8Array };
};

/** SHA-256 of a text (UTF-8) or of bytes, lower-case hex. */
export async function sha256(content: string | Uint8Array): Promise<string> {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  return new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)).toHex();
}
