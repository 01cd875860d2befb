/** Imported by commands: whoever called one is told why it failed, with a stack only where the program is at fault. */
process.on('uncaughtException', (error: NodeJS.ErrnoException) => {
  console.error(saidOf(error));
  process.exit(1);
});

function saidOf(error: NodeJS.ErrnoException): string {
  const { code, path, message, stack } = error;
  if (code === 'ENOENT' && path) return `There is no ${path}. Correct the path, or make it.`;
  if (code === 'ENOTDIR' && path) return `${path} is no folder. Name a folder.`;
  // What is thrown on purpose, here or by Node, is no TypeError without a code.
  const isMeant = code !== undefined || Object.getPrototypeOf(error) === Error.prototype;
  return isMeant ? message : (stack ?? message);
}
