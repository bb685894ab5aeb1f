/** Firefox, by WebDriver BiDi (https://w3c.github.io/webdriver-bidi/), which it speaks without a driver. */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Engine, placeOf, programAt } from './engine.ts';

/** Where Debian's Firefox is. What Ubuntu calls `firefox` may not read a profile of ours. */
export function firefoxAt(): string | null {
  return programAt('firefox-esr');
}

/** No requests of the browser's own. */
const preferences = [
  'user_pref("app.update.disabledForTesting", true);',
  'user_pref("browser.shell.checkDefaultBrowser", false);',
  'user_pref("browser.startup.homepage_override.mstone", "ignore");',
  'user_pref("datareporting.policy.dataSubmissionEnabled", false);',
  'user_pref("extensions.update.enabled", false);',
  'user_pref("network.captive-portal-service.enabled", false);',
  'user_pref("network.connectivity-service.enabled", false);',
  'user_pref("services.settings.server", "data:,");',
].join('\n');

/** Starts Firefox with an empty profile. */
export async function startFirefox(program: string): Promise<Engine> {
  const profile = await mkdtemp(join(tmpdir(), 'garden-firefox-'));
  await writeFile(join(profile, 'user.js'), preferences);
  const args = ['--headless', '--no-remote', '--profile', profile, '--remote-debugging-port', '0'];
  const browser = spawn(program, args, { stdio: ['ignore', 'ignore', 'pipe'] });
  const socket = new WebSocket(`${await addressOf(browser)}/session`);
  await new Promise((resolve, reject) => {
    socket.addEventListener('open', resolve, { once: true });
    socket.addEventListener('error', reject, { once: true });
  });
  const session = new Session(socket);
  await session.send('session.new', { capabilities: {} });
  await session.send('session.subscribe', { events: ['log.entryAdded'] });
  const tree = await session.send('browsingContext.getTree', {});
  const [{ context } = { context: '' }] = (tree as { contexts: { context: string }[] }).contexts;
  await session.send('browsingContext.setViewport', {
    context,
    viewport: { width: 1280, height: 900 },
  });
  return engineOf(session, context, async () => {
    await session.send('browser.close', {}).catch(() => {});
    if (browser.exitCode === null) await new Promise((resolve) => browser.once('close', resolve));
    await rm(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  });
}

/** Firefox writes where it listens once it does. */
function addressOf(browser: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = '';
    browser.stderr?.on('data', (part) => {
      said += String(part);
      const address = /WebDriver BiDi listening on (ws:\S+)/.exec(said)?.[1];
      if (address !== undefined) resolve(address);
    });
    browser.once('error', reject);
    browser.once('close', () => reject(new Error(`Firefox has ended: ${said}`)));
  });
}

function engineOf(session: Session, context: string, close: () => Promise<void>): Engine {
  const read = async <Value>(expression: string): Promise<Value> => {
    const answer = await session.send('script.evaluate', {
      expression: `(async () => JSON.stringify(await (${expression})))()`,
      target: { context },
      awaitPromise: true,
    });
    const { type, result, exceptionDetails } = answer as Evaluated;
    if (type !== 'success') throw new Error(exceptionDetails?.text ?? 'The expression has failed.');
    return JSON.parse(result.value ?? 'null');
  };
  const act = (source: object) =>
    session.send('input.performActions', { context, actions: [source] });
  return {
    read,
    async open(address) {
      await session.send('browsingContext.navigate', { context, url: address, wait: 'complete' });
    },
    async click(selector) {
      const place = await read<{ x: number; y: number } | null>(placeOf(selector));
      if (place === null) throw new Error(`There is no ${selector}.`);
      const press = { button: 0 };
      await act({
        ...{ type: 'pointer', id: 'mouse' },
        actions: [
          { type: 'pointerMove', ...place },
          { type: 'pointerDown', ...press },
          { type: 'pointerUp', ...press },
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
    problems: () => session.problems,
    close,
  };
}

interface Evaluated {
  readonly type: string;
  readonly result: { readonly value?: string };
  readonly exceptionDetails?: { readonly text: string };
}

interface Message {
  readonly id?: number;
  readonly type: string;
  readonly message?: string;
  readonly result?: unknown;
  readonly method?: string;
  readonly params?: { readonly level?: string; readonly text?: string };
}

/** NS_BINDING_ABORTED, as Firefox writes it. */
const aborted = 0x804b0002;

/** Firefox calls it an error that a page is left while it loads something. */
function isCutOff(text = ''): boolean {
  const isModule = /error loading dynamically imported module|^AbortError: /.test(text);
  return isModule || (text.startsWith('downloadable font:') && text.includes(`status=${aborted}`));
}

/** Commands and their answers over one socket. */
class Session {
  readonly problems: string[] = [];
  readonly #socket: WebSocket;
  readonly #pending = new Map<number, (message: Message) => void>();
  #last = 0;

  constructor(socket: WebSocket) {
    this.#socket = socket;
    socket.addEventListener('message', ({ data }) => this.#receive(JSON.parse(String(data))));
  }

  #receive(message: Message): void {
    const { id, method, params } = message;
    if (method === 'log.entryAdded' && params?.level === 'error' && !isCutOff(params.text)) {
      this.problems.push(params.text ?? '');
    }
    if (id === undefined) return;
    this.#pending.get(id)?.(message);
    this.#pending.delete(id);
  }

  send(method: string, params: object): Promise<unknown> {
    this.#last += 1;
    const id = this.#last;
    return new Promise((resolve, reject) => {
      this.#pending.set(id, (message) => {
        if (message.type === 'success') resolve(message.result);
        else reject(new Error(`${method}: ${message.message}`));
      });
      this.#socket.send(JSON.stringify({ id, method, params }));
    });
  }
}
