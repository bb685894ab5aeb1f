/** Asks for one address of another site, with as little of it as tells whether it is there. */

/** What is known of an address. `reason` is a part of a sentence: `answers 404`. */
export type AddressState =
  | { readonly kind: 'there' }
  /** The site says that it is not there, or there is no such site. */
  | { readonly kind: 'dead'; readonly reason: string }
  /** Whether it is there cannot be said: the site is busy, slow or wants no robots. */
  | { readonly kind: 'unsure'; readonly reason: string };

export interface AskSettings {
  readonly userAgent: string;
  readonly timeoutMs: number;
}

/** Statuses with which a site says that nothing is there (RFC 9110, 15.5). */
const deadStatuses: ReadonlySet<number> = new Set([404, 410]);

/** System codes of sites that do not exist, or that nobody serves. */
const deadCodes: ReadonlyMap<string, string> = new Map([
  ['ENOTFOUND', 'names a host that does not exist'],
  ['ECONNREFUSED', 'names a host that refuses connections'],
]);

/** Asks with HEAD, and where that is refused with GET, whose content is not read. */
export async function askAddress(address: string, settings: AskSettings): Promise<AddressState> {
  const head = await statusOf(address, 'HEAD', settings);
  // Many sites answer HEAD with an error although the page is there.
  const answer =
    typeof head === 'number' && head >= 400 && head !== 429
      ? await statusOf(address, 'GET', settings)
      : head;
  if (typeof answer !== 'number') return answer;
  if (answer < 400) return { kind: 'there' };
  const reason = `answers ${answer}`;
  return deadStatuses.has(answer) ? { kind: 'dead', reason } : { kind: 'unsure', reason };
}

async function statusOf(
  address: string,
  method: 'HEAD' | 'GET',
  { userAgent, timeoutMs }: AskSettings,
): Promise<number | AddressState> {
  try {
    const response = await fetch(address, {
      method,
      signal: AbortSignal.timeout(timeoutMs),
      headers: { 'user-agent': userAgent, accept: '*/*' },
    });
    await response.body?.cancel();
    return response.status;
  } catch (error) {
    return faultOf(error);
  }
}

function faultOf(error: unknown): AddressState {
  const { name, cause } = error as { name?: string; cause?: { code?: string } };
  const code = cause?.code ?? '';
  const dead = deadCodes.get(code);
  if (dead !== undefined) return { kind: 'dead', reason: dead };
  if (name === 'TimeoutError') return { kind: 'unsure', reason: 'does not answer in time' };
  return { kind: 'unsure', reason: `cannot be asked${code === '' ? '' : ` (${code})`}` };
}
