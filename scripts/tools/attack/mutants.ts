/** Real notes with random damage: what authors, programs and synchronisation leave behind. */

import type { Random } from './random.ts';
import { payloads } from './vectors.ts';

/** Pieces of every syntax, opened and not closed, closed and not opened. */
const pieces: readonly string[] = [
  ...[
    '[[',
    ']]',
    '![[',
    '((',
    '))',
    '{{',
    '}}',
    '`',
    '```',
    '~~~',
    '$',
    '$$',
    '%%',
    '==',
    '**',
    '_',
    '~~',
  ],
  ...[
    '<!--',
    '-->',
    '<div>',
    '</div>',
    '<b',
    '>',
    '|',
    '\\',
    '---\n',
    '+++\n',
    '- ',
    '\t',
    '\n',
    '\n\n',
  ],
  ...[
    '> [!note]',
    '#',
    '^id',
    '[^1]',
    '[^1]: ',
    '::',
    ':: ',
    '：：',
    '\u0000',
    '\ufffd',
    '\u200b',
    '\u202e',
  ],
  ...['#+BEGIN_QUOTE\n', '#+END_QUOTE\n', ':PROPERTIES:\n', ':END:\n', '{{query ', '```dataview\n'],
  ...[
    'constructor',
    '__proto__',
    'toString',
    '```constructor\n',
    '[[__proto__]]',
    '#hasOwnProperty',
  ],
  ...['- [ ] ', 'TODO ', '| a | b |\n|---|---|\n', '\ud800', '&#x110000;', '&amp', '\r', '😀', 'ﷺ'],
];

/** A note with one to six changes. */
export function mutate(source: string, random: Random): string {
  let text = source;
  for (let left = 1 + random(6); left > 0; left -= 1) text = change(text, random);
  return text;
}

function change(text: string, random: Random): string {
  const at = random(text.length + 1);
  const length = random(Math.min(200, text.length - at + 1));
  const rest = text.slice(at + length);
  const part = text.slice(at, at + length);
  switch (random(7)) {
    case 0:
      return text.slice(0, at) + rest;
    case 1:
      return text.slice(0, at) + part + part + rest;
    case 2:
      return text.slice(0, at) + [...part].reverse().join('') + rest;
    case 3: {
      const to = random(text.length + 1);
      return text.slice(0, to) + part + text.slice(to);
    }
    case 4:
      return text.slice(0, at) + (payloads[random(payloads.length)] ?? '') + text.slice(at);
    case 5:
      return (
        text.slice(0, at) + (pieces[random(pieces.length)] ?? '').repeat(1 + random(30)) + rest
      );
    default:
      return text.slice(0, at) + (pieces[random(pieces.length)] ?? '') + text.slice(at);
  }
}
