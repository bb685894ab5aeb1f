/** What a command costs: CPU of the process and all that it started, wall time and memory. */
import { spawn } from 'node:child_process';

export interface Cost {
  /** User and system seconds. */
  readonly cpu: number;
  readonly wall: number;
  /** Peak of the main process, in megabytes. */
  readonly memory: number;
  /** The lines of its progress. */
  readonly stages: readonly string[];
}

const reportMemory = "process.on('exit',()=>console.error('peak '+process.resourceUsage().maxRSS))";

/** Runs Node with these arguments. @throws Error with the output when it fails. */
export async function costOf(
  args: readonly string[],
  environment: Readonly<Record<string, string>>,
): Promise<Cost> {
  const start = performance.now();
  const hook = `data:text/javascript,${encodeURIComponent(reportMemory)}`;
  // `times` of the shell counts the processes that Node waited for, too.
  const script = '"$@"; code=$?; times >&2; exit $code';
  const child = spawn('sh', ['-c', script, 'sh', process.execPath, '--import', hook, ...args], {
    stdio: ['ignore', 'ignore', 'pipe'],
    env: { ...process.env, ...environment },
  });
  let output = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    output += text;
  });
  const code = await new Promise((resolve) => child.on('close', resolve));
  if (code !== 0) throw new Error(output);
  return {
    cpu: secondsIn(output),
    wall: (performance.now() - start) / 1000,
    memory: Math.round(Number(/peak (\d+)/.exec(output)?.[1] ?? 0) / 1024),
    stages: output
      .split('\n')
      .filter((line) => /^ {2}[a-z].* s$/.test(line) && !line.includes('…')),
  };
}

/** Seconds of the last line that `times` printed: `1m2.34s 0m0.56s`. */
function secondsIn(output: string): number {
  const children = output.trim().split('\n').at(-1) ?? '';
  const parts = [...children.matchAll(/(\d+)m([\d.]+)s/g)];
  return parts.reduce(
    (sum, [, minutes, seconds]) => sum + 60 * Number(minutes) + Number(seconds),
    0,
  );
}
