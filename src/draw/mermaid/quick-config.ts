/**
 * Mermaid copies its whole configuration, some 850 values, each time that it asks for one of them, which
 * is a third of the time of a drawing. Here the same copy is made in a sixth of that.
 */
import { registerHooks } from 'node:module';

/** What one of Mermaid’s modules says where it copies. Where none does, Mermaid draws the same, later. */
export const slowCopy = 'assignWithDepth_default({}, currentConfig)';

const modules = /\/mermaid\/dist\/chunks\/mermaid\.core\/chunk-\w+\.mjs$/u;

/** How deep Mermaid copies: the configuration, its sections, and the objects in these. */
const depth = 2;

/** A copy of a configuration as deep as Mermaid’s own; what is below belongs to both. */
export function copyConfig<T extends object>(config: T, below = depth): T {
  if (Array.isArray(config)) return [...config] as T & unknown[];
  const copy = { ...config };
  if (below === 0) return copy;
  const parts = Object.entries(copy).filter(([, value]) => typeof value === 'object' && value);
  const copies = parts.map(([name, part]) => [name, copyConfig(part as object, below - 1)]);
  return Object.assign(copy, Object.fromEntries(copies));
}

/** Lets the Mermaid that this thread loads later copy its configuration so. */
export function quickenConfig(): void {
  Object.assign(globalThis, { copyMermaidConfig: copyConfig });
  registerHooks({
    load(url, context, next) {
      const loaded = next(url, context);
      if (!modules.test(url) || !loaded.source) return loaded;
      const text = Buffer.from(loaded.source as Uint8Array).toString();
      return { ...loaded, source: text.replace(slowCopy, 'copyMermaidConfig(currentConfig)') };
    },
  });
}
