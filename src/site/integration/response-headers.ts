/**
 * Writes `_headers`, which Netlify, Cloudflare Pages and others read: headers that a page cannot set for
 * itself, and none of which a page needs to work on hosts that do not read the file.
 */
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { writeBytes } from '../../system/disk.ts';

/** Folders of files that come from the notes: pictures, documents, drawings. */
const fileFolders = ['assets', 'diagrams', 'remote'];

/** Folders of files whose names are digests of their content. */
const hashedFolders = ['_astro', 'thumbnails'];

/** An Astro integration that adds the file to every build. */
export function responseHeaders(): AstroIntegration {
  let base = '/';
  return {
    name: 'response-headers',
    hooks: {
      'astro:config:done': ({ config }) => {
        base = `/${config.base}/`.replace(/\/+/g, '/');
      },
      'astro:build:done': ({ dir }) =>
        writeBytes(fileURLToPath(new URL('_headers', dir)), headersFile(base)),
    },
  };
}

/** The file for a site at `base`, with a slash at both ends. */
export function headersFile(base: string): string {
  const everywhere = [
    'X-Content-Type-Options: nosniff',
    'Referrer-Policy: same-origin',
    "Content-Security-Policy: frame-ancestors 'self'",
  ];
  // An attached SVG or HTML file that is opened by itself has the origin of the site.
  const files = ["Content-Security-Policy: script-src 'none'; base-uri 'none'; form-action 'none'"];
  const kept = ['Cache-Control: public, max-age=31536000, immutable'];
  const rules: readonly (readonly [string, readonly string[]])[] = [
    [`${base}*`, everywhere],
    ...fileFolders.map((folder) => [`${base}${folder}/*`, files] as const),
    ...hashedFolders.map((folder) => [`${base}${folder}/*`, kept] as const),
  ];
  return rules
    .map(([path, lines]) => [path, ...lines.map((line) => `  ${line}`), ''].join('\n'))
    .join('');
}
