import { expect, test } from 'vitest';
import { headersFile } from './response-headers.ts';

test('files of notes run no script, and only files with a digest in their name are kept', () => {
  expect(headersFile('/garden/')).toBe(
    [
      '/garden/*',
      '  X-Content-Type-Options: nosniff',
      '  Referrer-Policy: same-origin',
      "  Content-Security-Policy: frame-ancestors 'self'",
      '/garden/assets/*',
      "  Content-Security-Policy: script-src 'none'; base-uri 'none'; form-action 'none'",
      '/garden/diagrams/*',
      "  Content-Security-Policy: script-src 'none'; base-uri 'none'; form-action 'none'",
      '/garden/remote/*',
      "  Content-Security-Policy: script-src 'none'; base-uri 'none'; form-action 'none'",
      '/garden/_astro/*',
      '  Cache-Control: public, max-age=31536000, immutable',
      '/garden/thumbnails/*',
      '  Cache-Control: public, max-age=31536000, immutable',
      '',
    ].join('\n'),
  );
});
