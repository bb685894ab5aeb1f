/** Templates of Obsidian's core plugin: files with `{{title}}`, `{{date}}` and `{{time}}`. Pure. */
import { type LocalTime, momentText } from './moment-format.ts';

/** The text of a template for a note of this title (https://help.obsidian.md/plugins/templates). */
export function filledObsidianTemplate(
  text: string,
  { title, now }: { readonly title: string; readonly now: LocalTime },
): string {
  return text.replace(
    /\{\{\s*(title|date|time)(?::([^}]+))?\s*\}\}/gi,
    (_, name: string, format: string | undefined) => {
      const kind = name.toLowerCase();
      if (kind === 'title') return title;
      return momentText(format?.trim() ?? (kind === 'date' ? 'YYYY-MM-DD' : 'HH:mm'), now);
    },
  );
}

/** The text with tags in its front matter, which is made where it has none; what it says stays. */
export function withTags(text: string, tags: readonly string[]): string {
  if (tags.length === 0) return text;
  const line = `tags: [${tags.join(', ')}]\n`;
  const matter = /^---\n([\s\S]*?)^---\s*$/m.exec(text);
  if (matter?.index !== 0) return `---\n${line}---\n\n${text}`;
  const [whole, inside = ''] = matter;
  if (/^tags\s*:\s*(?:\[\s*\])?\s*$/m.test(inside) && !/^tags\s*:\s*\n\s*-/m.test(inside)) {
    return text.replace(/^tags\s*:.*\n/m, line);
  }
  if (/^tags\s*:/m.test(inside)) return text;
  return `---\n${inside}${line}${whole.slice(4 + inside.length)}${text.slice(whole.length)}`;
}
