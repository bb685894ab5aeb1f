/**
 * The Content Security Policy of every page. Notes are cleaned when they are rendered; should markup of
 * theirs ever get through, the browser still runs no script that the build did not write.
 */
import { createHash } from 'node:crypto';
import { playerHosts } from '../browser/media/player-address.ts';
import type { SiteSettings } from '../settings/schema.ts';

export type PolicySettings = Pick<SiteSettings, 'giscus' | 'analytics' | 'csp'>;

const giscus = 'https://giscus.app';

/**
 * The policy for a `<meta>` element: sources by directive.
 * @param inline The text of each inline script of the page, exactly as it is written there.
 */
export function securityPolicy(settings: PolicySettings, inline: readonly string[]): string {
  const { csp } = settings;
  const comments = settings.giscus ? [giscus] : [];
  const counter = settings.analytics ? [new URL(settings.analytics.src).origin] : [];
  const directives: readonly Directive[] = [
    ['default-src', ["'self'"]],
    // Pagefind runs WebAssembly, which this source allows without `eval`.
    [
      'script-src',
      [
        "'self'",
        "'wasm-unsafe-eval'",
        ...inline.map(hashOf),
        ...comments,
        ...counter,
        ...(csp.script ?? []),
      ],
    ],
    // Drawings and formulas carry their styles with them.
    ['style-src', ["'self'", "'unsafe-inline'", ...comments, ...(csp.style ?? [])]],
    // Notes may show pictures, sounds and videos of any host.
    ['img-src', ["'self'", 'data:', 'blob:', 'https:', 'http:', ...(csp.img ?? [])]],
    ['media-src', ["'self'", 'data:', 'blob:', 'https:', 'http:', ...(csp.media ?? [])]],
    ['font-src', ["'self'", 'data:', ...(csp.font ?? [])]],
    ['connect-src', ["'self'", ...counter, ...(csp.connect ?? [])]],
    ['frame-src', ["'self'", ...playerHosts, ...comments, ...(csp.frame ?? [])]],
    ['object-src', ["'self'"]],
    ['base-uri', ["'none'"]],
    ['form-action', ["'self'"]],
  ];
  return written(directives);
}

/** The policy of a page that only leads on: it runs and loads nothing but the site's own style. */
export const redirectPolicy = written([
  ['default-src', ["'none'"]],
  ['style-src', ["'self'"]],
  ['font-src', ["'self'"]],
  ['base-uri', ["'none'"]],
  ['form-action', ["'none'"]],
]);

type Directive = readonly [string, readonly (string | undefined)[]];

function written(directives: readonly Directive[]): string {
  return directives.map(([name, sources]) => [name, ...new Set(sources)].join(' ')).join('; ');
}

/** The texts of inline scripts in a piece of HTML that the owner wrote. */
export function inlineScripts(html: string): readonly string[] {
  const scripts = [...html.matchAll(/<script\b([^>]*)>([\s\S]*?)<\/script\s*>/gi)];
  return scripts.flatMap(([, attributes = '', text = '']) =>
    /\ssrc\s*=/i.test(attributes) || text.trim() === '' ? [] : [text],
  );
}

function hashOf(text: string): string {
  return `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
}
