/** A vault of as many notes as asked for, the same each time: text, headings, links, tags and code. */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** The note that 200 others link to. */
export const hubName = 'Hub';

const words =
  'system data note link page search graph index block time query store node write read';
const chinese = '系统 数据 笔记 链接 搜索 图谱 索引 结构 时间 方法 网络 缓存 并行 测试 部署 语言';

/** Numbers from 0 to 1, the same for the same seed (mulberry32, public domain). */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

function sentence(random: () => number, from: string, between: string): string {
  const list = from.split(' ');
  const pick = () =>
    `${list[Math.floor(random() * list.length)]}${Math.floor(random() * 40) || ''}`;
  return Array.from({ length: 14 }, pick).join(between);
}

function note(index: number, count: number): string {
  const random = randomFrom(index);
  const target = () => `[[Note ${1 + Math.floor(random() * count)}]]`;
  const paragraph = () => `${sentence(random, words, ' ')}, see ${target()}. `;
  const hub = index <= 200 ? `See [[${hubName}]].\n\n` : '';
  const parts = [1, 2, 3, 4].map((number) => {
    const english = Array.from({ length: 4 }, paragraph).join('');
    return `## Heading ${number}\n\n${english}\n\n${sentence(random, chinese, '')}。\n`;
  });
  const code = `\`\`\`ts\nexport const value${index} = (items: string[]) => items.slice(${index % 9});\n\`\`\`\n`;
  const matter = `---\ntags: [topic-${index % 40}, area/part-${index % 15}]\ndate: 2026-01-01\n---\n`;
  return `${matter}${hub}${parts.join('\n')}\n${code}`;
}

/** Writes `count` notes in twenty folders and the hub into a new folder. */
export async function writeSyntheticVault(folder: string, count: number): Promise<void> {
  await mkdir(join(folder, '.obsidian'), { recursive: true });
  await writeFile(join(folder, '.obsidian/app.json'), '{}');
  await writeFile(join(folder, `${hubName}.md`), '# Hub\n\nMany notes lead here.\n');
  for (let index = 1; index <= count; index += 1) {
    const area = join(folder, `area-${index % 20}`);
    if (index <= 20) await mkdir(area, { recursive: true });
    await writeFile(join(area, `Note ${index}.md`), note(index, count));
  }
}
