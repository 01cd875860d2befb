/** Typed arrays as text, for what is built into a script. */

const ARRAYS = { Uint8Array, Uint16Array, Uint32Array } as const;

/** JSON of a value that holds typed arrays and buffers. */
export function written(value: unknown): string {
  return JSON.stringify(value, (_, held: unknown) => {
    if (held instanceof ArrayBuffer)
      return { $: 'ArrayBuffer', of: new Uint8Array(held).toBase64() };
    if (ArrayBuffer.isView(held)) {
      const bytes = new Uint8Array(held.buffer, held.byteOffset, held.byteLength);
      return { $: held.constructor.name, of: bytes.toBase64() };
    }
    return held;
  });
}

/** The value that `written` wrote. */
export function revived(text: string): unknown {
  return JSON.parse(text, (_, held: unknown) => {
    const { $: type, of } = (held ?? {}) as { $?: string; of?: string };
    if (type === undefined) return held;
    const bytes = Uint8Array.fromBase64(of ?? '');
    const Typed = ARRAYS[type as keyof typeof ARRAYS];
    return Typed ? new Typed(bytes.buffer) : bytes.buffer;
  });
}
