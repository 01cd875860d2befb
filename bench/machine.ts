/** What the figures were measured on. */
import { availableParallelism, cpus, loadavg, release, totalmem, type } from 'node:os';

/** @param command of `npm run` */
export function machine(browsers: readonly string[], command = 'bench'): string {
  const model = cpus()[0]?.model.trim() ?? 'unknown processor';
  const load = loadavg()[0] ?? 0;
  return [
    `- ${availableParallelism()} cores (${model}), ${Math.round(totalmem() / 2 ** 30)} GiB, ${type()} ${release()}; load average at the end ${load.toFixed(1)}`,
    `- ${browsers.join('; ')}; Node ${process.versions.node}`,
    `- ${new Date().toISOString().slice(0, 16).replace('T', ' ')} UTC, \`npm run ${command}${process.argv
      .slice(2)
      .map((word) => ` ${word}`)
      .join('')}\``,
  ].join('\n');
}
