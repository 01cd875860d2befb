/** The little of the extension's API that the benchmark uses. */
interface ExtensionApi {
  runtime: {
    sendMessage(message: unknown): Promise<unknown>;
    getURL(path: string): string;
    onMessage: {
      addListener(
        listen: (
          message: unknown,
          sender: unknown,
          answer: (value: unknown) => void,
        ) => boolean | undefined,
      ): void;
    };
  };
  storage: {
    local: {
      get(key: string): Promise<Record<string, unknown>>;
      set(items: Record<string, unknown>): Promise<void>;
    };
  };
}

const world = globalThis as unknown as { browser?: ExtensionApi; chrome: ExtensionApi };

export const extension: ExtensionApi = world.browser ?? world.chrome;
