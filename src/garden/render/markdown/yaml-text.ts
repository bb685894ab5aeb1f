/** Writes a map of texts as YAML. */
import { stringify } from 'yaml';

/** A text that YAML takes as it stands: words and dates, but none that it would read as another value. */
const plain =
  /^(?!(?:true|false|null)$)(?:(?:https?:\/\/)?[\p{L}/][\p{L}\p{N}/._~%-]*(?: [\p{L}\p{N}/._~%-]+)*|\d{4}-\d\d-\d\d)$/iu;

type Entry = readonly [key: string, value: string | readonly string[] | null];

/** The entries as the package `yaml` writes them without folding; most need nothing of it. */
export function yamlText(entries: readonly Entry[]): string {
  const isPlain =
    entries.length > 0 &&
    entries.every(([key, value]) => {
      return (
        plain.test(key) && (Array.isArray(value) ? value.every(isPlainText) : isPlainText(value))
      );
    });
  if (!isPlain) return stringify(Object.fromEntries(entries), { lineWidth: 0 });
  return entries.map(lineOf).join('');
}

function isPlainText(value: unknown): boolean {
  return typeof value === 'string' && plain.test(value);
}

function lineOf([key, value]: Entry): string {
  if (!Array.isArray(value)) return `${key}: ${value}\n`;
  return `${key}:\n${value.map((each) => `  - ${each}\n`).join('')}`;
}
