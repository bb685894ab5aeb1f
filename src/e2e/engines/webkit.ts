/** WebKitGTK, by WebDriver (https://www.w3.org/TR/webdriver2/), in a window that nobody sees. */
import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createServer } from 'node:net';
import { type Engine, placeOf, programAt } from './engine.ts';

export interface WebkitPrograms {
  readonly driver: string;
  /** Xvfb; null where there is a display. */
  readonly display: string | null;
}

/** Where WebKit's driver is, and what gives it a display; null where one of them is missing. */
export function webkitAt(): WebkitPrograms | null {
  const driver = programAt('WebKitWebDriver');
  const display = process.env['DISPLAY'] ? null : programAt('Xvfb');
  if (driver === null || (display === null && !process.env['DISPLAY'])) return null;
  return { driver, display };
}

/** Starts WebKit with an empty profile. */
export async function startWebkit({ driver, display }: WebkitPrograms): Promise<Engine> {
  const screen = display === null ? null : await startDisplay(display);
  const port = await freePort();
  const env = { ...process.env, ...(screen && { DISPLAY: screen.name }) };
  const server = spawn(driver, ['--host=127.0.0.1', `--port=${port}`], { env, stdio: 'ignore' });
  const driverAddress = `http://127.0.0.1:${port}`;
  await reachable(`${driverAddress}/status`);
  const options = { binary: browserAt(), args: ['--automation'] };
  const created = await command(driverAddress, 'POST', '/session', {
    capabilities: { alwaysMatch: { 'webkitgtk:browserOptions': options } },
  });
  const session = `${driverAddress}/session/${(created as { sessionId: string }).sessionId}`;
  return engineOf(session, async () => {
    await command(session, 'DELETE', '').catch(() => {});
    await ended(server);
    if (screen) await ended(screen.process);
  });
}

/** The small browser that Debian and others put beside the library. */
function browserAt(): string {
  const folders = ['x86_64-linux-gnu/', 'aarch64-linux-gnu/', ''].flatMap((machine) =>
    ['4.1', '4.0'].map((version) => `/usr/lib/${machine}webkit2gtk-${version}/MiniBrowser`),
  );
  const found = folders.find((location) => existsSync(location));
  if (found === undefined) throw new Error('WebKit has a driver here, and no MiniBrowser.');
  return found;
}

async function startDisplay(program: string) {
  const args = ['-displayfd', '1', '-screen', '0', '1280x1024x24', '-nolisten', 'tcp'];
  const process = spawn(program, args, { stdio: ['ignore', 'pipe', 'ignore'] });
  const name = await new Promise<string>((resolve, reject) => {
    process.stdout.once('data', (number) => resolve(`:${String(number).trim()}`));
    process.once('error', reject);
    process.once('close', () => reject(new Error('Xvfb has ended.')));
  });
  return { name, process };
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer();
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' ? (address?.port ?? 0) : 0));
    });
  });
}

async function reachable(address: string): Promise<void> {
  for (let attempt = 0; attempt < 100; attempt += 1) {
    if (
      await fetch(address).then(
        ({ ok }) => ok,
        () => false,
      )
    )
      return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error('The driver of WebKit does not answer.');
}

function ended(process: ChildProcess): Promise<unknown> {
  if (process.exitCode !== null) return Promise.resolve();
  const end = new Promise((resolve) => process.once('close', resolve));
  process.kill();
  return end;
}

async function command(
  address: string,
  method: string,
  path: string,
  body?: object,
): Promise<unknown> {
  const response = await fetch(address + path, {
    method,
    ...(body && { body: JSON.stringify(body) }),
    headers: { 'content-type': 'application/json' },
  });
  const { value } = (await response.json()) as { value: unknown };
  if (response.ok) return value;
  throw new Error(`${path}: ${(value as { message?: string }).message ?? response.status}`);
}

function engineOf(session: string, close: () => Promise<void>): Engine {
  const post = (path: string, body: object) => command(session, 'POST', path, body);
  const read = async <Value>(expression: string): Promise<Value> => {
    const script = `const done = arguments[0];
      Promise.resolve(${expression}).then(
        (value) => done(JSON.stringify({ value })), (error) => done(JSON.stringify({ fault: String(error) })));`;
    const answer = JSON.parse(String(await post('/execute/async', { script, args: [] })));
    if (answer.fault !== undefined) throw new Error(answer.fault);
    return answer.value ?? null;
  };
  const act = (source: object) => post('/actions', { actions: [source] });
  return {
    read,
    async open(address) {
      await post('/url', { url: address });
    },
    async click(selector) {
      const place = await read<{ x: number; y: number } | null>(placeOf(selector));
      if (place === null) throw new Error(`There is no ${selector}.`);
      await act({
        ...{ type: 'pointer', id: 'mouse' },
        actions: [
          { type: 'pointerMove', duration: 0, origin: 'viewport', ...place },
          { type: 'pointerDown', button: 0 },
          { type: 'pointerUp', button: 0 },
        ],
      });
    },
    async press(value) {
      await act({
        ...{ type: 'key', id: 'keyboard' },
        actions: [
          { type: 'keyDown', value },
          { type: 'keyUp', value },
        ],
      });
    },
    problems: () => [],
    close,
  };
}
