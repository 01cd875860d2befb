/** pdf.js, kept to reading text: in this thread, without network, fonts or pictures. */
import type { PDFDocumentLoadingTask, PDFDocumentProxy } from 'pdfjs-dist';
import { RefusedDocument } from '../../core/model/draft';
import { CharacterMaps } from './character-maps';

export interface OpenPdf {
  pdf: PDFDocumentProxy;
  close(): Promise<void>;
}

/** @throws a RefusedDocument */
export async function openPdf(bytes: Uint8Array): Promise<OpenPdf> {
  await loadOtherHalf();
  const { getDocument, VerbosityLevel } = await import('pdfjs-dist');
  const task: PDFDocumentLoadingTask = getDocument({
    // It takes what it is given.
    data: bytes.slice(),
    BinaryDataFactory: CharacterMaps,
    cMapUrl: 'character-maps/',
    cMapPacked: true,
    useWorkerFetch: false,
    useWasm: false,
    useSystemFonts: true,
    disableFontFace: true,
    fontExtraProperties: true,
    isOffscreenCanvasSupported: false,
    isImageDecoderSupported: false,
    // Pictures are not looked at.
    maxImageSize: 0,
    stopAtErrors: false,
    verbosity: VerbosityLevel.ERRORS,
  });
  try {
    return { pdf: await task.promise, close: () => task.destroy() };
  } catch (error) {
    await task.destroy();
    throw refusalOf(error);
  }
}

/**
 * With its other half here already, pdf.js starts no worker: this is one. That half takes any worker for its own, and
 * would answer the messages that are meant for us, unless it sees a window while it loads.
 */
async function loadOtherHalf(): Promise<void> {
  const here = globalThis as { pdfjsWorker?: unknown; window?: unknown };
  if (here.pdfjsWorker) return;
  const hasWindow = 'window' in here;
  if (!hasWindow) here.window = here;
  try {
    here.pdfjsWorker = await import('pdfjs-dist/build/pdf.worker.mjs');
  } finally {
    if (!hasWindow) delete here.window;
  }
}

function refusalOf(error: unknown): RefusedDocument {
  const { name, message } = error as Error;
  return name === 'PasswordException'
    ? new RefusedDocument('encrypted', 'The PDF asks for a password.')
    : new RefusedDocument('damaged', `${name}: ${message}`);
}
