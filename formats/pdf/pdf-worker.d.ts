declare module 'pdfjs-dist/build/pdf.worker.mjs' {
  /** What pdf.js looks for where it needs no other thread. */
  export const WorkerMessageHandler: unknown;
}
