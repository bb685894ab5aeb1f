/**
 * Raft, as small as it can be shown: five servers, whose messages and answers happen one at a time, when
 * somebody says so. There are no timers; a scenario is the list of what happens, and each step is a
 * picture of all servers after it. The rules are those of figure 2 of the paper.
 */

export type Role = 'follower' | 'candidate' | 'leader';

export interface Server {
  readonly name: string;
  up: boolean;
  role: Role;
  term: number;
  votedFor: string | null;
  /** Terms of the entries; the first one has index 1. */
  log: number[];
  /** Index of the last entry that it knows to be committed. */
  commit: number;
  /** Of a leader: the entry to send next to each other server, and the last one known to be there. */
  next: Record<string, number>;
  match: Record<string, number>;
}

export interface Step {
  readonly title: string;
  readonly text: string;
  readonly servers: readonly Server[];
}

function follower(name: string, log: readonly number[], term: number): Server {
  const known = { commit: 0, next: {}, match: {} };
  return { name, up: true, role: 'follower', term, votedFor: null, log: [...log], ...known };
}

/** Whether a log is at least as new as another: the term of the last entry counts first, then the length. */
function isAsNew(log: readonly number[], than: readonly number[]): boolean {
  const [last, other] = [log.at(-1) ?? 0, than.at(-1) ?? 0];
  return last === other ? log.length >= than.length : last > other;
}

export class Cluster {
  readonly steps: Step[] = [];
  readonly #servers: Server[];
  readonly #votes = new Map<string, Set<string>>();

  constructor(logs: Readonly<Record<string, readonly number[]>>, term: number) {
    this.#servers = Object.entries(logs).map(([name, log]) => follower(name, log, term));
  }

  #get(name: string): Server {
    const server = this.#servers.find((one) => one.name === name);
    if (server === undefined) throw new Error(`There is no server ${name}.`);
    return server;
  }

  #isMajority(count: number): boolean {
    return count > this.#servers.length / 2;
  }

  /** Keeps a picture of all servers as they are now. */
  show(title: string, text: string): this {
    this.steps.push({ title, text, servers: structuredClone(this.#servers) });
    return this;
  }

  crash(name: string): this {
    this.#get(name).up = false;
    return this;
  }

  /** What a server believes to be committed already, for scenarios that begin in the middle. */
  knows(commit: number, ...names: readonly string[]): this {
    for (const name of names) this.#get(name).commit = commit;
    return this;
  }

  /** The election timeout of a server runs out: a new term, and its own vote. */
  timeOut(name: string): this {
    const server = this.#get(name);
    server.term += 1;
    server.role = 'candidate';
    server.votedFor = name;
    this.#votes.set(name, new Set([name]));
    return this;
  }

  #follow(server: Server, term: number): void {
    if (term > server.term) server.votedFor = null;
    server.term = Math.max(server.term, term);
    server.role = 'follower';
  }

  /** RequestVote and its answer. */
  askVote(candidate: string, voter: string): this {
    const [from, to] = [this.#get(candidate), this.#get(voter)];
    if (!to.up || from.role !== 'candidate') return this;
    if (from.term > to.term) this.#follow(to, from.term);
    const isFree = to.votedFor === null || to.votedFor === candidate;
    if (from.term !== to.term || !isFree || !isAsNew(from.log, to.log)) return this;
    to.votedFor = candidate;
    const votes = this.#votes.get(candidate)?.add(voter) ?? new Set();
    if (this.#isMajority(votes.size)) this.#lead(from);
    return this;
  }

  #lead(server: Server): void {
    server.role = 'leader';
    for (const { name } of this.#servers.filter((one) => one !== server)) {
      server.next[name] = server.log.length + 1;
      server.match[name] = 0;
    }
  }

  /** Somebody gives the leader a command, or the leader itself an empty one. */
  propose(leader: string): this {
    const server = this.#get(leader);
    if (server.role === 'leader') server.log.push(server.term);
    return this;
  }

  /** AppendEntries, a heartbeat if nothing is new, and its answer: agreed, or refused. */
  append(leader: string, other: string): this {
    const [from, to] = [this.#get(leader), this.#get(other)];
    if (!to.up || from.role !== 'leader') return this;
    if (from.term < to.term) {
      this.#follow(from, to.term);
      return this;
    }
    this.#follow(to, from.term);
    const previous = (from.next[other] ?? 1) - 1;
    const agrees = previous === 0 || to.log[previous - 1] === from.log[previous - 1];
    if (agrees) this.#store(from, to, previous);
    else from.next[other] = previous;
    return this;
  }

  #store(from: Server, to: Server, previous: number): void {
    to.log = [...to.log.slice(0, previous), ...from.log.slice(previous)];
    from.match[to.name] = from.log.length;
    from.next[to.name] = from.log.length + 1;
    to.commit = Math.max(to.commit, Math.min(from.commit, to.log.length));
    this.#commit(from);
  }

  /** Only entries of the leader's own term are committed by counting; those below come with them. */
  #commit(leader: Server): void {
    const copies = (index: number) => Object.values(leader.match).filter((at) => at >= index).length;
    const indexes = leader.log.map((_term, at) => at + 1);
    const stored = indexes.filter(
      (index) => leader.log[index - 1] === leader.term && this.#isMajority(copies(index) + 1),
    );
    leader.commit = Math.max(leader.commit, ...stored);
  }
}

function election(): Step[] {
  const logs = { S1: [1, 1], S2: [1, 1], S3: [1, 1], S4: [1], S5: [1, 1] };
  return new Cluster(logs, 1)
    .knows(2, 'S1', 'S2', 'S3', 'S5')
    .knows(1, 'S4')
    .crash('S5')
    .show('The leader is gone', 'S5 led term 1 and has crashed. Two entries are committed; S4 has only the first.')
    .timeOut('S4')
    .askVote('S4', 'S1')
    .show('The wrong one tries', 'S4 begins term 2 and asks S1. S1 refuses: its own log is longer. But S1 now knows term 2.')
    .timeOut('S1')
    .show('Another timeout', 'S1 begins term 3 and votes for itself. A vote is written to disk before it is given.')
    .askVote('S1', 'S2')
    .show('A vote', 'S2 has not voted in term 3, and the log of S1 is as new as its own: yes. Two of three.')
    .askVote('S1', 'S3')
    .show('A majority', 'S3 too. S1 leads term 3: no other server can find three votes in it. For each follower it guesses nextIndex 3.')
    .propose('S1')
    .append('S1', 'S2')
    .append('S1', 'S3')
    .show('The first entry', 'S1 appends an empty entry of its own term. Three copies: committed, and with it all that is below.')
    .append('S1', 'S4')
    .append('S1', 'S4')
    .append('S1', 'S2')
    .append('S1', 'S3')
    .show('The last one follows', 'S4 steps down at once. It refuses entry 3, for it lacks entry 2; one step back, and it takes both.').steps;
}

function splitVote(): Step[] {
  const log = [1, 1];
  return new Cluster({ S1: log, S2: log, S3: log, S4: log, S5: log }, 6)
    .knows(2, 'S1', 'S2', 'S3', 'S4', 'S5')
    .crash('S5')
    .timeOut('S1')
    .timeOut('S4')
    .show('Two candidates', 'S5, the leader, is dead. S1 and S4 time out at almost the same moment: both are candidates of term 7.')
    .askVote('S1', 'S2')
    .askVote('S4', 'S3')
    .show('Two votes each', 'S2 gave its vote of term 7 to S1, S3 gave its own to S4. Three are needed.')
    .askVote('S1', 'S3')
    .askVote('S4', 'S2')
    .show('Too late', 'Asked by the other one, both refuse: one vote for each term. Nobody leads term 7, and nothing is lost but time.')
    .timeOut('S1')
    .show('A shorter timeout', 'Timeouts are random. That of S1 is the shorter one: term 8, a new vote.')
    .askVote('S1', 'S2')
    .askVote('S1', 'S3')
    .show('A leader', 'In term 8 S2 and S3 are free again. S1 has three votes and leads.')
    .append('S1', 'S4')
    .append('S1', 'S2')
    .append('S1', 'S3')
    .show('The rival steps down', 'A heartbeat of term 8 reaches S4: it is a follower again. No message had to tell it that it had lost.').steps;
}

function backOff(): Step[] {
  const logs = { S1: [1, 1, 4, 4, 5], S2: [1, 1, 4, 4, 5], S3: [1, 1, 4], S4: [1, 1, 2, 2], S5: [1, 1, 4, 4, 5, 5] };
  const cluster = new Cluster(logs, 5).knows(3, 'S1', 'S2', 'S3').knows(2, 'S4').knows(3, 'S5');
  cluster.timeOut('S1').askVote('S1', 'S2').askVote('S1', 'S3');
  return cluster
    .show('Five logs', 'S1 has been elected in term 6 by S2 and S3. It knows nothing about the other logs: nextIndex is a guess, 6, and matchIndex is 0.')
    .propose('S1')
    .append('S1', 'S2')
    .show('The guess was right', 'S1 appends an entry of term 6 and sends it with “before it: index 5, term 5”. S2 has that: match 6.')
    .append('S1', 'S4')
    .show('Refused', 'S4 has no entry 5. It refuses, and S1 goes one back: next 5. Nothing was written.')
    .append('S1', 'S4')
    .append('S1', 'S4')
    .show('Back to the fork', 'Entry 4, then entry 3: S4 has other terms there, 2 and 2. Refused twice: next is 3.')
    .append('S1', 'S4')
    .show('Agreed', 'Entry 2 has term 1 on both sides. S4 drops its entries of term 2, which were never committed, and takes 3 to 6. Three copies of an entry of term 6: S1 commits 6.')
    .append('S1', 'S5')
    .show('A longer log gives way', 'S5 has the same entry 5, and a sixth one of term 5. It has another term than the leader’s, so it goes.')
    .append('S1', 'S3')
    .append('S1', 'S3')
    .append('S1', 'S3')
    .append('S1', 'S2')
    .append('S1', 'S4')
    .append('S1', 'S5')
    .show('All alike', 'S3 refuses twice, then takes three entries. With the next message the followers learn what is committed.').steps;
}

export const scenarios = {
  election: { legend: 'An election', steps: election() },
  'split vote': { legend: 'A split vote', steps: splitVote() },
  'back-off': { legend: 'How a leader finds where the logs part', steps: backOff() },
} as const;

export type Scenario = keyof typeof scenarios;
