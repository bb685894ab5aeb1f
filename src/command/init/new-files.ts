/** The text of the files that a new garden gets. Pure. */

/** What the first `garden.yaml` says. */
export interface NewSite {
  readonly title: string;
  /** '' where it is not known yet. */
  readonly url: string;
  /** Path below which the site is served; '' for the root. */
  readonly base?: string | undefined;
  /** Address of the JSON Schema for editors; '' for none. */
  readonly schema: string;
}

/** The text of the first `garden.yaml`. */
export function newSettings({ title, url, base = '', schema }: NewSite): string {
  const lines = [
    '# The settings of this garden. The guide lists them all.',
    ...(schema === '' ? [] : [`# yaml-language-server: $schema=${schema}`]),
    `title: ${JSON.stringify(title)}`,
    ...(url === ''
      ? [
          '# Where the site is served: for feeds, the sitemap and pictures for other sites.',
          '# url: https://ada.example',
        ]
      : [`url: ${url}`]),
    ...(base === '' || base === '/' ? [] : [`base: ${base}`]),
    '# What is never published, besides private/, templates/ and folders of templates.',
    'ignore: []',
  ];
  return `${lines.join('\n')}\n`;
}

/** `.garden/.gitignore`: what commands write there. The owner's own files beside it are kept. */
export const ignoredOutput = '/site/\n/cache/\n/records/\n/node_modules/\n';

/** Where GitHub Pages serves a repository. */
export interface GitHubPlace {
  readonly url: string;
  readonly base: string;
}

/**
 * Where GitHub Pages serves the repository that a `.git/config` names as `origin`, or null for another
 * host. A repository `NAME.github.io` is served at the root.
 */
export function gitHubPlace(config: string): GitHubPlace | null {
  const origin = /\[remote "origin"\][^[]*?\burl\s*=\s*(?<url>\S+)/u.exec(config)?.groups?.['url'];
  const found = /github\.com[:/](?<owner>[\w-]+)\/(?<name>[\w.-]+?)(?:\.git)?\/?$/u.exec(
    origin ?? '',
  );
  const { owner = '', name = '' } = found?.groups ?? {};
  if (owner === '') return null;
  const host = `${owner.toLowerCase()}.github.io`;
  return { url: `https://${host}`, base: name.toLowerCase() === host ? '/' : `/${name}/` };
}
