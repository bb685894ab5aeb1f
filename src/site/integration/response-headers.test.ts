import { expect, test } from 'vitest';
import { headersFile } from './response-headers.ts';

test('files of notes run no script where the host reads headers', () => {
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
      '',
    ].join('\n'),
  );
});
