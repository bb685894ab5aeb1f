/** What is made from the schema of the settings: the schema for editors, and the table of the guide. */
import { z } from 'zod';
import { type KnownSetting, knownSettings } from './known-settings.ts';
import { settingsSchema } from './schema.ts';

/** The JSON Schema of `garden.yaml`, for editors that complete and check while the owner types. */
export function editorSchema(): string {
  const schema = z.toJSONSchema(settingsSchema, {
    io: 'input',
    override: ({ jsonSchema }) => {
      delete (jsonSchema as KnownSetting & { values?: string }).values;
    },
  });
  return `${JSON.stringify({ title: 'garden.yaml', ...schema }, null, 2)}\n`;
}

/** All settings as a table in Markdown: name, what it does, what may be written, the default. */
export function settingsTable(): string {
  const rows = rowsOf(knownSettings, '').map((row) => `| ${row.map(cell).join(' | ')} |`);
  return [
    '| setting | what it does | what may be written | default |',
    '|---|---|---|---|',
    ...rows,
  ].join('\n');
}

function rowsOf(group: KnownSetting, path: string): string[][] {
  return Object.entries(group.properties ?? {}).flatMap(([name, setting]) => {
    const own = `${path}${name}`;
    const about = setting.description ?? '';
    if (setting.properties) return [[`\`${own}\``, about, '', ''], ...rowsOf(setting, `${own}.`)];
    return [[`\`${own}\``, about, setting.values ?? '', defaultOf(setting)]];
  });
}

function defaultOf({ default: value }: KnownSetting): string {
  if (value === undefined || value === '') return 'none';
  if (typeof value === 'object') return 'none';
  return `\`${String(value)}\``;
}

function cell(text: string): string {
  return text.replaceAll('|', '\\|');
}
