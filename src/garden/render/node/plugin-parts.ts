/** What plugins show. HTML of a plugin that the owner does not trust is cleaned as an author's is. */
import type { ElementContent } from 'hast';
import { h } from 'hastscript';
import type { PhrasingContent } from 'mdast';
import type { Handlers } from 'mdast-util-to-hast';
import type { PluginPart } from '../../body.ts';
import { htmlWithoutPrivateNames, withoutPrivateNames } from '../privacy.ts';
import type { RenderContext } from '../render-context.ts';

/** HTML that starts with an element that no paragraph may contain. */
const blockStart =
  /^\s*<(?:address|article|aside|blockquote|details|div|dl|fieldset|figure|footer|form|h[1-6]|header|hr|main|nav|ol|p|pre|section|table|ul)\b/iu;

export function pluginHandlers({ rendering, entry }: RenderContext): Handlers {
  const publicHtml = (html: string) => htmlWithoutPrivateNames(rendering.garden, entry, html);
  const publicText = (text: string) => withoutPrivateNames(rendering.garden, entry, text);
  const published = (child: PhrasingContent): PhrasingContent => {
    if (child.type === 'html') return { ...child, value: publicHtml(child.value) };
    return child.type === 'text' ? { ...child, value: publicText(child.value) } : child;
  };
  return {
    pluginPart: (state, node: PluginPart) => {
      const [only] = node.children;
      const html = node.html ?? (only?.type === 'html' ? only.value : '');
      const shown: ElementContent[] =
        node.html === null
          ? state.all({ ...node, children: node.children.map(published) })
          : [{ type: 'raw', value: publicHtml(node.html), data: { text: '' } }];
      const element = h(blockStart.test(html) ? 'div.plugin' : 'span.plugin', shown);
      element.properties['dataPlugin'] = node.plugin;
      if (node.words !== null) element.data = { words: publicText(node.words) };
      return element;
    },
  };
}
