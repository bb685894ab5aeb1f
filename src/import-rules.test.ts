/** Who may import whom: each row is an import that the linter refuses, or must let pass. */
import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';

const forbidden = [
  ['src/garden/note.ts', './resolve/address/slug.ts'],
  ['src/garden/hash.ts', 'node:crypto'],
  ['src/garden/parse/a.ts', '../resolve/resolve-garden.ts'],
  ['src/garden/parse/b.ts', 'node:fs'],
  ['src/garden/parse/obsidian/a.ts', '../../render/render-note.ts'],
  ['src/garden/resolve/a.ts', '../parse/parse-note.ts'],
  ['src/garden/resolve/page/a.ts', '../../render/labels.ts'],
  ['src/garden/resolve/b.ts', 'node:fs'],
  ['src/garden/render/a.ts', '../parse/parse-note.ts'],
  ['src/garden/render/b.ts', '../../settings/site.ts'],
  ['src/garden/render/d.ts', '../../draw/code/highlighter.ts'],
  ['src/garden/render/e.ts', 'node:module'],
  ['src/garden/graph/a.ts', '../../site/address.ts'],
  ['src/garden/graph/b.ts', '../resolve/resolve-garden.ts'],
  ['src/garden/related/a.ts', '../resolve/resolve-garden.ts'],
  ['src/garden/related/b.ts', '../../search/cut/cut-text.ts'],
  ['src/import/f.ts', '../search/query/rank.ts'],
  ['src/draw/a.ts', '../import/import-garden.ts'],
  ['src/draw/b.ts', '../garden/parse/logseq/parse-logseq-note.ts'],
  ['src/settings/a.ts', '../import/import-garden.ts'],
  ['src/system/a.ts', '../import/report.ts'],
  ['src/search/query/a.ts', '../../garden/resolve/resolve-garden.ts'],
  ['src/search/query/b.ts', '../index/index-search.ts'],
  ['src/search/cut/a.ts', 'node:path'],
  ['src/search/index/a.ts', '../../import/report.ts'],
  ['src/plugins/a.ts', '../import/import-garden.ts'],
  ['src/plugins/b.ts', 'node:fs'],
  ['src/plugins/c.ts', '../garden/parse/parse-note.ts'],
  ['src/garden/parse/d.ts', '../../plugins/plugin.ts'],
  ['src/import/a.ts', '../site/records.ts'],
  ['src/import/b.ts', '../command/options.ts'],
  ['src/import/c.ts', '../../scripts/build.ts'],
  ['src/browser/a.ts', '../import/report.ts'],
  ['src/browser/b.ts', 'node:path'],
  ['src/browser/c.ts', '../garden/render/render-note.ts'],
  ['src/site/components/A.astro', '../../garden/render/render-site.ts'],
  ['src/site/pages/a.ts', '../../system/../import/report.ts'],
  ['src/check/a.ts', '../import/report.ts'],
  ['src/command/a.ts', '../../scripts/build.ts'],
] as const;

const allowed = [
  ['src/garden/parse/c.ts', '../note.ts'],
  ['src/garden/render/c.ts', '../resolve/query/answer-query.ts'],
  ['src/garden/graph/c.ts', '../page.ts'],
  ['src/draw/c.ts', '../garden/page.ts'],
  ['src/browser/d.ts', '../garden/graph/adjacency.ts'],
  ['src/site/components/C.astro', '../../garden/page.ts'],
  ['src/plugins/d.ts', '../garden/extension.ts'],
  ['src/import/e.ts', '../plugins/plugin.ts'],
  ['src/garden/related/c.ts', '../tag-key.ts'],
  ['src/import/g.ts', '../search/cut/cut-text.ts'],
  ['src/import/d.ts', '../draw/draw-diagrams.ts'],
] as const;

interface Finding {
  readonly category: string;
  readonly location: { readonly path: string };
}

let folder = '';
let findings: readonly Finding[] = [];

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'garden-rules-'));
  copyFileSync(new URL('../.biome.json', import.meta.url), join(folder, '.biome.json'));
  for (const [path, specifier] of [...forbidden, ...allowed]) {
    const code = `import { thing } from '${specifier}';\n\nexport const used = thing;\n`;
    mkdirSync(join(folder, dirname(path)), { recursive: true });
    writeFileSync(join(folder, path), path.endsWith('.astro') ? `---\n${code}---\n` : code);
  }
  const args = ['lint', '--vcs-enabled=false', '--reporter=json', '--max-diagnostics=none', '.'];
  const { stdout } = spawnSync('biome', args, {
    cwd: folder,
    encoding: 'utf8',
    shell: process.platform === 'win32',
  });
  findings = (JSON.parse(stdout) as { diagnostics: readonly Finding[] }).diagnostics;
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Whether the linter refuses the import of a file. */
function isRefused(path: string): boolean {
  const rule = /noRestrictedImports|noNodejsModules/;
  return findings.some(({ category, location }) => {
    return rule.test(category) && location.path.replaceAll('\\', '/') === path;
  });
}

test.for(forbidden)('%s may not import %s', ([path]) => {
  expect(isRefused(path)).toBe(true);
});

test.for(allowed)('%s may import %s', ([path]) => {
  expect(isRefused(path)).toBe(false);
});
