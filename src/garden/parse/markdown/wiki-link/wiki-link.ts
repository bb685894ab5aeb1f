/**
 * `[[name]]` and `![[name]]` as tokens. remark-wiki-link reads the plain ones; what it cannot read
 * (embeds, names with brackets, references inside references) is read here into the same tokens, so
 * that all become one kind of node. Nothing is looked up.
 */

import type { Code, Construct, Extension, State } from 'micromark-util-types';
import remarkWikiLink from 'remark-wiki-link';
import type { Processor } from 'unified';
import type { Node } from 'unist';
import type { Syntax } from '../syntax.ts';
import { bracketedName } from './bracketed-name.ts';

/** A link as the tokenizer finds it: `value` is the raw text between the brackets. */
export interface WikiLink extends Node {
  type: 'wikiLink';
  value: string;
  /** Whether '!' precedes the brackets. */
  embed: boolean;
}

declare module 'mdast' {
  interface RootContentMap {
    wikiLink: WikiLink;
  }
  interface PhrasingContentMap {
    wikiLink: WikiLink;
  }
}

declare module 'micromark-util-types' {
  interface TokenTypeMap {
    wikiLink: 'wikiLink';
    wikiLinkData: 'wikiLinkData';
    wikiLinkMarker: 'wikiLinkMarker';
    wikiLinkTarget: 'wikiLinkTarget';
  }
}

const exclamationMark = 33;
const leftBracket = 91;
const rightBracket = 93;

/**
 * The plugin: remark-wiki-link with our own constructs before its own. Obsidian names hold single
 * brackets at most; Logseq nests whole references: `[[a [[b]] c]]`.
 */
export function wikiLinks(this: Processor, syntax: Syntax): void {
  remarkWikiLink.call(this, { aliasDivider: '|' });
  const extensions = this.data().micromarkExtensions ?? [];
  const plain = plainConstruct(extensions.pop() as Extension);
  extensions.push({
    text: {
      [exclamationMark]: bracketedName('embed', syntax),
      [leftBracket]: [bracketedName('brackets', syntax), plain],
    },
  });
}

function plainConstruct(extension: Extension): Construct {
  const construct = extension.text?.[leftBracket];
  if (!construct || Array.isArray(construct)) throw new TypeError('remark-wiki-link has changed');
  return {
    name: 'plainWikiLink',
    tokenize(effects, ok, nok) {
      const begin = effects.attempt(construct, ok, nok);
      return effects.check(innerOpening, nok, begin);
    },
  };
}

/** `[[[a]]]` is a bracket and then a link, and `[[a [[b]]` is text and then a link. */
const innerOpening: Construct = {
  partial: true,
  tokenize(effects, ok, nok) {
    let run = 0;
    let first = true;
    effects.enter('wikiLinkMarker');
    return more;
    function more(code: Code): State | undefined {
      if (code === null || code < -2) return nok(code);
      if (code === leftBracket) run += 1;
      else {
        first = false;
        run = 0;
      }
      if (run > (first ? 2 : 1)) {
        effects.exit('wikiLinkMarker');
        return ok(code);
      }
      if (code === rightBracket) return nok(code);
      effects.consume(code);
      return more;
    }
  },
};
