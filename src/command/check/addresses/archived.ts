/** Copies of dead pages in the Internet Archive, for owners who ask for them. */
import type { AskSettings } from './ask-address.ts';

/** https://archive.org/help/wayback_api.php */
const archive = 'https://archive.org/wayback/available';

/** The address of the newest copy, or '' where there is none or the archive does not answer. */
export async function archivedAddress(
  address: string,
  { userAgent, timeoutMs }: AskSettings,
  service = archive,
): Promise<string> {
  try {
    const response = await fetch(`${service}?url=${encodeURIComponent(address)}`, {
      signal: AbortSignal.timeout(timeoutMs),
      headers: { 'user-agent': userAgent },
    });
    const { archived_snapshots: found = {} } = (await response.json()) as Answer;
    const { available = false, url = '' } = found.closest ?? {};
    return available ? url.replace(/^http:/, 'https:') : '';
  } catch {
    return '';
  }
}

interface Answer {
  readonly archived_snapshots?: {
    readonly closest?: { readonly available?: boolean; readonly url?: string };
  };
}
