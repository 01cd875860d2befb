/** Tells whoever called a command why it failed, without a stack, and makes its exit code 1. */
export function tellFailure(error: unknown): void {
  const { code, path } = error as NodeJS.ErrnoException;
  const isMissing = code === 'ENOENT' && path !== undefined;
  const said = error instanceof Error ? error.message : String(error);
  console.error(isMissing ? `There is no ${path}. Correct the path, or make it.` : said);
  process.exitCode = 1;
}
