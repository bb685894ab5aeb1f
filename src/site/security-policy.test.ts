import { expect, test } from 'vitest';
import { inlineScripts, type PolicySettings, securityPolicy } from './security-policy.ts';

function directives(settings: Partial<PolicySettings>, inline: readonly string[] = []) {
  const policy = securityPolicy({ csp: {}, ...settings }, inline);
  return Object.fromEntries(
    policy.split('; ').map((directive) => {
      const [name = '', ...sources] = directive.split(' ');
      return [name, sources];
    }),
  );
}

test('the policy allows scripts of the site, WebAssembly, and inline ones by their hash', () => {
  // echo -n 'alert(1)' | openssl dgst -sha256 -binary | base64
  const hash = "'sha256-bhHHL3z2vDgxUt0W3dWQOrprscmda2Y5pLsLg4GF+pI='";
  expect(directives({}, ['alert(1)'])['script-src']).toEqual([
    "'self'",
    "'wasm-unsafe-eval'",
    hash,
  ]);
});

test('without settings no other host may run scripts, be requested, or be framed, except players', () => {
  const policy = directives({});
  expect(policy['connect-src']).toEqual(["'self'"]);
  expect(policy['base-uri']).toEqual(["'none'"]);
  expect(policy['form-action']).toEqual(["'self'"]);
  expect(policy['frame-src']).toEqual([
    "'self'",
    'https://www.youtube-nocookie.com',
    'https://player.vimeo.com',
    'https://player.bilibili.com',
  ]);
});

test('comments, a counter and further hosts are added where they are needed', () => {
  const policy = directives({
    giscus: { repo: 'a/b', repoId: '1', category: 'c', categoryId: '2' },
    analytics: { src: 'https://count.example/a.js', attributes: {} },
    csp: { script: ['https://cdn.example'], frame: ['https://maps.example'] },
  });
  expect(policy['script-src']?.slice(2)).toEqual([
    'https://giscus.app',
    'https://count.example',
    'https://cdn.example',
  ]);
  expect(policy['connect-src']).toEqual(["'self'", 'https://count.example']);
  expect(policy['frame-src']?.slice(-2)).toEqual(['https://giscus.app', 'https://maps.example']);
  expect(policy['style-src']).toEqual(["'self'", "'unsafe-inline'", 'https://giscus.app']);
});

test('inline scripts of the owner are found, those with a source are not inline', () => {
  const html =
    '<script>\n a() </script><SCRIPT type="module" >b()</SCRIPT ><script src="/c.js"></script>';
  expect(inlineScripts(html)).toEqual(['\n a() ', 'b()']);
});
