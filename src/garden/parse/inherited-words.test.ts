import { expect, test } from 'vitest';
import { pageMarkdown } from '../render/markdown/page-markdown.ts';
import { renderNote } from '../render/render-note.ts';
import { resolveGarden } from '../resolve/resolve-garden.ts';
import { readLogseqVault } from './logseq/vault/vault.ts';
import { readObsidianVault } from './obsidian/vault/vault.ts';
import { parseNote } from './parse-note.ts';

const words = ['constructor', '__proto__', 'toString', 'valueOf', 'hasOwnProperty'];
const policy = {
  ...({ publish: 'all', base: '/', lang: 'zh', collapsed: 'honour' } as const),
  ...{ embedDepth: 2, url: 'https://garden.example' },
};

/** Everything in which a word of the author is looked up. */
const places: Readonly<Record<string, (word: string) => string>> = {
  'a fence': (word) => `\`\`\`${word}\nx\n\`\`\``,
  'a callout': (word) => `> [!${word}]\n> x`,
  'an org block': (word) => `#+BEGIN_${word}\nx\n#+END_${word}`,
  'a tag': (word) => `#${word} #${word}/${word}`,
  'a property': (word) => `${word}:: [[${word}]]`,
  'a property of YAML': (word) => `---\n${word}: {${word}: ${word}}\n---\nx`,
  'a field': (word) => `x [${word}:: ${word}] (${word}:: 1)`,
  'a link': (word) => `[[${word}#${word}|${word}]] ![[${word}#^${word}]] [${word}](${word}.md)`,
  'a reference': (word) => `[x][${word}] [^${word}]\n\n[${word}]: http://a.b\n[^${word}]: x`,
  'a macro': (word) => `{{${word} a}} {{video ${word}}} {{renderer :${word}}}`,
  'an element': (word) => `<${word} ${word}="1">x</${word}> <b ${word}="x" class="${word}">x</b>`,
  'an entity': (word) => `&${word}; \\${word} :${word}:`,
  'a task': (word) => `- [${word[0]}] x\n- ${word} x ^${word}`,
  'a query of Dataview': (word) =>
    `\`\`\`dataview\nTABLE ${word}, ${word}(x) WHERE ${word} = ${word}(1)\n\`\`\``,
  'a base': (word) =>
    `\`\`\`base\nfilters: "${word}(${word}) ${word} 1"\nformulas: {${word}: "${word}(1)"}\nviews: [{type: ${word}, order: [${word}, formula.${word}]}]\n\`\`\``,
  'a query of Logseq': (word) => `{{query (and (${word} "x") (property ${word} ${word}))}}`,
  'a diagram': (word) => `\`\`\`mermaid\n${word}\n${word} --> ${word}\n\`\`\``,
  'a formula': (word) => `$\\${word}{x}$ \\begin{${word}}x\\end{${word}}`,
  'a heading': (word) => `# ${word}\n\n## ${word}\n\n[[#${word}]]`,
};

const vaults = [
  ['Obsidian', 'a.md', readObsidianVault('', { app: null, publish: null }, [])],
  ['Logseq', 'pages/a.md', readLogseqVault('', null, [])],
] as const;

test.each(
  vaults.flatMap((vault) => Object.keys(places).map((place) => [place, ...vault] as const)),
)(
  'in %s (%s) a word that objects inherit is a word like others in %s%s',
  (place, _, path, vault) => {
    for (const word of words) {
      const source = places[place]?.(word) ?? '';
      const parsed = parseNote({ path, source }, vault);
      const { note, body } = structuredClone(parsed);
      const garden = resolveGarden([note], [], [vault], policy);
      const rendered = [...garden.notes.keys()].map((id) =>
        renderNote(garden, id, {
          body: () => body,
          drawing: () => ({ kind: 'failed', message: 'Not drawn.', line: null }),
          highlighter: { highlight: () => null },
          copy: pageMarkdown,
        }),
      );
      expect(rendered).toHaveLength(1);
      const diagnostics = [...note.diagnostics, ...rendered.flatMap((page) => page.diagnostics)];
      expect(diagnostics.filter(({ code }) => code === 'failed-note')).toEqual([]);
      expect(JSON.stringify(rendered)).not.toMatch(/native code|\[object |undefined/);
    }
  },
);
