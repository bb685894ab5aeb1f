/** What a site lets robots ask for (RFC 9309). */
import robotsParser from 'robots-parser';
import type { AskSettings } from './ask-address.ts';

export interface RobotRules {
  isAllowed(address: string): boolean;
  /** Milliseconds that the site wants between two requests; 0 where it does not say. */
  readonly delayMs: number;
}

const everything: RobotRules = { isAllowed: () => true, delayMs: 0 };
const nothing: RobotRules = { isAllowed: () => false, delayMs: 0 };
/** Sites that ask for more are not worth the time of a check. */
const maxDelayMs = 10_000;

/**
 * The rules of an origin. Without the file everything is allowed; where the site fails on it nothing is
 * (RFC 9309, 2.3.1). A site that cannot be reached is found out by the request itself.
 */
export async function robotRules(
  origin: string,
  { userAgent, timeoutMs }: AskSettings,
): Promise<RobotRules> {
  const location = `${origin}/robots.txt`;
  try {
    const response = await fetch(location, {
      signal: AbortSignal.timeout(timeoutMs),
      headers: { 'user-agent': userAgent },
    });
    if (response.status >= 500) return nothing;
    if (!response.ok) return everything;
    const rules = robotsParser(location, await response.text());
    return {
      isAllowed: (address) => rules.isAllowed(address, userAgent) !== false,
      delayMs: Math.min((rules.getCrawlDelay(userAgent) ?? 0) * 1000, maxDelayMs),
    };
  } catch {
    return everything;
  }
}
