/** Loaded plugins as the parser asks them: each call is guarded, each answer is checked. Pure. */
import type { Root } from 'mdast';
import type { Extensions, PluginAnswer, PluginFault } from '../garden/extension.ts';
import { ownValue } from '../garden/own-value.ts';
import type { Plugin, Shown } from './plugin.ts';

export interface LoadedPlugin {
  readonly plugin: Plugin;
  /** Whether the owner lets its HTML through unchanged. */
  readonly isTrusted: boolean;
}

/** The plugins as one, which can be told that one of them does not end. */
export interface PluginExtensions extends Extensions {
  /**
   * To be called after the plugins were stopped from outside while they read a note. The plugin that was
   * running then is not asked again. @returns whether one was running.
   */
  stopRunning(note: string): boolean;
  /** How many answers are missing, since their plugin is not asked any more. */
  missing(): number;
}

/** The plugins as one, in their order: the first answer counts, and each changes what the last one left. */
export function extensionsOf(plugins: readonly LoadedPlugin[]): PluginExtensions {
  const macros = new Set(plugins.flatMap(({ plugin }) => Object.keys(plugin.macro ?? {})));
  const asked = new AskedPlugins();
  return {
    stopRunning: (note) => asked.stopRunning(note),
    missing: () => asked.missing,
    fence: ({ language, meta, code }, note) =>
      firstAnswer(plugins, (plugin) => {
        const hook = own(plugin.fence, language);
        return hook && asked.ask(plugin, () => hook({ language, meta, code, ...note }));
      }),
    hasMacro: (name) => macros.has(name),
    macro: ({ name, text }, note) =>
      firstAnswer(plugins, (plugin) => {
        const hook = own(plugin.macro, name);
        return hook && asked.ask(plugin, () => hook({ name, text, ...note }));
      }),
    transforms: plugins.some(({ plugin }) => plugin.transform !== undefined),
    transform(root, note) {
      const faults: PluginFault[] = [];
      let current = root;
      for (const { plugin } of plugins) {
        const { transform } = plugin;
        if (transform === undefined) continue;
        try {
          const copy = structuredClone(current);
          current = checkedTree(asked.ask(plugin, () => transform(copy, { ...note })) ?? copy);
        } catch (error) {
          faults.push(faultOf(plugin, error));
        }
      }
      return { root: current, faults };
    },
  };
}

/** Which plugin is running, and which ones did not end. */
class AskedPlugins {
  missing = 0;
  #running: Plugin | null = null;
  /** The note at which each plugin that does not end was stopped. */
  readonly #stopped = new Map<Plugin, string>();

  /** @throws Error of the hook, or where its plugin was stopped. */
  ask<Answer>(plugin: Plugin, hook: () => Answer): Answer {
    const stoppedAt = this.#stopped.get(plugin);
    if (stoppedAt !== undefined) {
      this.missing += 1;
      throw new Error(`it did not end in time at ${stoppedAt}, and is not asked any more.`);
    }
    this.#running = plugin;
    try {
      return hook();
    } finally {
      // Does not run where the hook is stopped from outside.
      this.#running = null;
    }
  }

  stopRunning(note: string): boolean {
    if (this.#running === null) return false;
    this.#stopped.set(this.#running, note);
    this.#running = null;
    return true;
  }
}

function own<Hook>(hooks: Readonly<Record<string, Hook>> | undefined, name: string) {
  return hooks && ownValue(hooks, name);
}

function firstAnswer(
  plugins: readonly LoadedPlugin[],
  ask: (plugin: Plugin) => Shown | undefined,
): PluginAnswer | PluginFault | null {
  for (const { plugin, isTrusted } of plugins) {
    try {
      const answer = checkedAnswer(ask(plugin));
      if (answer !== null) return { plugin: plugin.name, isTrusted, ...answer };
    } catch (error) {
      return faultOf(plugin, error);
    }
  }
  return null;
}

function faultOf({ name }: Plugin, error: unknown): PluginFault {
  const reason = error instanceof Error ? error.message : String(error);
  return { plugin: name, fault: reason.split('\n', 1)[0] ?? '' };
}

type CheckedAnswer = Pick<PluginAnswer, 'html' | 'text' | 'words'> | null;

/** @throws Error that says what is wrong with the answer. */
function checkedAnswer(shown: unknown): CheckedAnswer {
  if (shown === null || shown === undefined) return null;
  if (typeof shown === 'string') return { html: null, text: shown, words: null };
  if (isPromise(shown)) throw new Error('it answered with a promise, and hooks answer at once.');
  const { html, text, words } = shown as Readonly<Record<string, unknown>>;
  if (words !== undefined && typeof words !== 'string') throw new Error('its words are no text.');
  if (typeof html === 'string') return { html, text: '', words: words ?? null };
  if (typeof text === 'string') return { html: null, text, words: words ?? null };
  throw new Error('it answered with neither a text nor HTML.');
}

function isPromise(value: unknown): boolean {
  return typeof (value as { then?: unknown }).then === 'function';
}

/** @throws Error for what is no Markdown tree. */
function checkedTree(tree: unknown): Root {
  if (typeof tree !== 'object' || tree === null) throw new Error('it returned no tree.');
  if (isPromise(tree)) throw new Error('it answered with a promise, and hooks answer at once.');
  if ((tree as Root).type !== 'root') throw new Error('it returned no tree with a root.');
  checkNode(tree, 0);
  return tree as Root;
}

/** Maximum depth of a tree. */
const maxDepth = 500;

function checkNode(node: unknown, depth: number): void {
  const { type, value, children } = (node ?? {}) as Readonly<Record<string, unknown>>;
  if (typeof type !== 'string') throw new Error('its tree has a node without a type.');
  if (depth > maxDepth) throw new Error('its tree is too deep.');
  const isText = type === 'text' || type === 'code' || type === 'inlineCode' || type === 'html';
  if (isText && typeof value !== 'string')
    throw new Error(`its tree has a ${type} without a value.`);
  if (children === undefined) return;
  if (!Array.isArray(children))
    throw new Error(`its tree has a ${type} whose children are no list.`);
  for (const child of children) checkNode(child, depth + 1);
}
