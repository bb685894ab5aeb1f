/** What is reported of pictures of other hosts that notes show. Pure. */
import type { Diagnostic } from '../../garden/diagnostic.ts';
import { counted } from '../../system/progress.ts';

/** What a page shows of other hosts. */
export interface RemoteUse {
  /** Addresses that readers' browsers ask for. */
  readonly addresses: readonly string[];
  /** Names of the kept pictures that it shows instead. */
  readonly files: readonly string[];
}

/** One diagnostic for all pages together, at the first note: how many pictures of which hosts. */
export function remoteDiagnostic(uses: ReadonlyMap<string, RemoteUse>): Diagnostic[] {
  const shown = [...uses].filter(([, { addresses }]) => addresses.length > 0);
  const path = shown.map(([each]) => each).sort()[0];
  if (path === undefined) return [];
  const addresses = new Set(shown.flatMap(([, use]) => use.addresses));
  const hosts = [...new Set([...addresses].map(hostOf))].sort();
  const named = hosts.slice(0, maxNamed).join(', ');
  const more = hosts.length > maxNamed ? ' and others' : '';
  return [
    {
      code: 'remote-picture',
      path,
      line: 1,
      column: 1,
      message: `${counted(addresses.size, 'picture')} in ${counted(shown.length, 'note')} come from other hosts, which readers’ browsers ask for them: ${named}${more}.`,
      hint: 'Set `keepRemotePictures: true` in garden.yaml to serve pictures with the site.',
    },
  ];
}

const maxNamed = 5;

function hostOf(address: string): string {
  const url = address.startsWith('//') ? `https:${address}` : address;
  return URL.parse(url)?.host ?? address;
}
