/**
 * Frames say when they go. A frame that has told something holds a port, and the browser closes it with the frame,
 * in whichever way that goes. It closes with the background, too, and with the extension.
 */
import { browser } from 'wxt/browser';

const NAME = 'frame';

/**
 * Called by a frame that has something to tell.
 * @param onEnd the background or the extension is gone
 * @returns says that the frame goes
 */
export function holdFrame(onEnd: () => void): () => void {
  const port = browser.runtime.connect({ name: NAME });
  port.onDisconnect.addListener(() => {
    // Chromium writes an error that nobody looks at to the page's console.
    void browser.runtime?.lastError;
    onEnd();
  });
  return () => port.disconnect();
}

/** Called by the background. @param onGone a frame that held a port is gone, and none has taken its place */
export function watchFrames(onGone: (tab: number, frame: number) => void): void {
  type Port = Parameters<Parameters<typeof browser.runtime.onConnect.addListener>[0]>[0];
  const held = new Map<string, Port>();
  browser.runtime.onConnect.addListener((port) => {
    const { id, tab, frameId } = port.sender ?? {};
    if (port.name !== NAME || id !== browser.runtime.id) return;
    if (tab?.id === undefined || frameId === undefined) return;
    const [tabId, key] = [tab.id, `${tab.id}/${frameId}`];
    held.set(key, port);
    port.onDisconnect.addListener(() => {
      // A frame keeps its number when it shows another document, which may have come before this one has gone.
      if (held.get(key) !== port) return;
      held.delete(key);
      onGone(tabId, frameId);
    });
  });
}
