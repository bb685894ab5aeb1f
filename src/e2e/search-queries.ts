/**
 * Queries over the garden's own notes with what they should find. Truth is a pattern on the text of
 * the notes, so that it holds while notes are added; only the best notes are named.
 */

export type QueryKind =
  | 'zh word'
  | 'part of a word'
  | 'character'
  | 'English'
  | 'inflected'
  | 'mixed'
  | 'prefix'
  | 'typo'
  | 'identifier'
  | 'number'
  | 'phrase'
  | 'question'
  | 'name'
  | 'nothing';

export interface QualityQuery {
  readonly kind: QueryKind;
  readonly query: string;
  /** A note is right if its text has every one of these; none where nothing is right. */
  readonly has: readonly RegExp[];
  /** One of these should come first. */
  readonly best: readonly string[];
}

const kafka = '/systems/kafka/';
const zookeeper = '/systems/zookeeper/';
const hdfs = '/systems/hdfs/';
const gfs = '/mit/6.824/gfs/';
const raft = '/共识/raft/';
const paxos = '/共识/paxos/';
const quorum = '/共识/quorum/';
const splitBrain = '/脑裂/';
const metastable = '/papers/metastable-failures/';
const cap = '/学习/cap-与-pacelc/';
const models = '/一致性/模型谱系/';
const vmft = '/mit/6.824/vm-ft/';
const backup = '/mit/6.824/主备复制/';
const mapReduce = '/mit/6.824/mapreduce/';
const rpc = '/mit/6.824/rpc-与线程/';
const go = '/go-并发/';
const flp = '/共识/flp-与拜占庭将军/';
const network = '/linux/性能/网络/';
const memory = '/linux/性能/内存与-io/';
const cpu = '/linux/性能/cpu/';
const course = '/mit/6.824/';
const machine = '/复制状态机/';
const consensusMap = '/maps/moc-consensus-and-coordination/';
const drbd = '/systems/drbd/';
const discovery = '/concepts/service-discovery/';
const delivery = '/concepts/delivery-semantics/';

/** Notes of which the garden has a second language: the same text, so as good an answer. */
const translations: Readonly<Record<string, string>> = {
  [kafka]: '/translations/kafka（中文）/',
  [zookeeper]: '/translations/zookeeper（中文）/',
  [hdfs]: '/translations/hdfs（中文）/',
  [raft]: '/translations/raft-(english)/',
  [paxos]: '/translations/paxos-(english)/',
  [quorum]: '/translations/quorum-(english)/',
  [splitBrain]: '/translations/split-brain-(english)/',
  [cap]: '/translations/cap-and-pacelc-(english)/',
  [models]: '/translations/consistency-models-(english)/',
  [machine]: '/translations/replicated-state-machine-(english)/',
};

/** A whole English word, in the forms that the pattern allows. */
function word(pattern: string): RegExp {
  return new RegExp(`(?<![a-z])(?:${pattern})(?![a-z])`, 'i');
}

function ask(
  kind: QueryKind,
  query: string,
  has: readonly (RegExp | string)[],
  ...best: readonly string[]
): QualityQuery {
  const patterns = has.map((part) => (typeof part === 'string' ? new RegExp(part, 'i') : part));
  const translated = best.flatMap((permalink) => translations[permalink] ?? []);
  return { kind, query, has: patterns, best: [...best, ...translated] };
}

export const qualityQueries: readonly QualityQuery[] = [
  ask('zh word', '脑裂', ['脑裂'], splitBrain),
  ask('zh word', '一致性', ['一致性'], models),
  ask('zh word', '线性一致', ['线性一致'], models, cap),
  ask('zh word', '任期', ['任期'], raft),
  ask('zh word', '租约', ['租约'], gfs, splitBrain, raft),
  ask('zh word', '日志复制', ['日志复制'], raft),
  ask('zh word', '多数派', ['多数派'], quorum),
  ask('zh word', '死锁', ['死锁'], go, rpc),
  ask('zh word', '亚稳态故障', ['亚稳态故障'], metastable),
  ask('zh word', '平均负载', ['平均负载'], cpu),
  ask('part of a word', '拜占庭', ['拜占庭'], flp),
  ask('part of a word', '状态机', ['状态机'], machine),
  ask('part of a word', '法定', ['法定'], quorum),
  ask('part of a word', '主备', ['主备'], backup),
  ask('part of a word', '页缓', ['页缓'], memory),
  ask('part of a word', '两节点集', ['两节点集'], splitBrain),
  ask('character', '锁', ['锁'], go, rpc),
  ask('character', '裂', ['裂'], splitBrain),
  ask('character', '猜', ['猜'], splitBrain, cap, '/存疑/'),
  ask('English', 'split brain', [word('split.brain')], splitBrain, drbd),
  ask('English', 'ephemeral', [word('ephemerals?')], zookeeper),
  ask('English', 'high watermark', [word('high'), word('watermarks?')], kafka),
  ask('English', 'rack', [word('racks?')], hdfs),
  ask('English', 'hidden capacity', ['hidden capacity'], metastable),
  ask('English', 'goodput', [word('goodput')], metastable),
  ask('inflected', 'retrying', [word('retr(?:y|ies|ied|ying)')], metastable, delivery),
  ask('inflected', 'watches', [word('watch(?:e[sd]|ing)?')], zookeeper),
  ask('inflected', 'voters', [word('voters?')], zookeeper, quorum, '/concepts/quorum-sizes/'),
  ask(
    'inflected',
    'elected',
    [word('elect(?:s|ed|ing|ions?)')],
    raft,
    zookeeper,
    kafka,
    consensusMap,
  ),
  ask('mixed', 'Raft 任期', [word('raft'), '任期'], raft),
  ask('mixed', 'GFS租约', [word('gfs'), '租约'], gfs),
  ask('mixed', 'goroutine 泄漏', [word('goroutines?'), '泄漏'], go),
  ask('mixed', 'VM-FT 输出', ['vm-?ft', '输出'], vmft),
  ask('mixed', 'DRBD 两节点', [word('drbd'), '两节点'], splitBrain),
  ask('prefix', 'zook', [word('zook[a-z]*')], zookeeper),
  ask('prefix', 'metasta', [word('metasta[a-z]*')], metastable),
  ask('prefix', 'goroutin', [word('goroutin[a-z]*')], go),
  ask('prefix', 'namen', [word('namen[a-z]*')], hdfs),
  ask('typo', 'zookeper', [word('zookeeper')], zookeeper),
  ask('typo', 'metastabel', [word('metastable')], metastable),
  ask('typo', 'ephemral', [word('ephemerals?')], zookeeper),
  ask('typo', '复制状态鸡', ['复制状态机'], machine),
  ask('typo', '拜占停将军', ['拜占庭将军'], flp),
  ask('identifier', 'acks=all', ['acks=all'], kafka),
  ask('identifier', 'min.insync.replicas', ['min\\.insync\\.replicas'], kafka),
  ask('identifier', 'insync.replicas', ['insync\\.replicas'], kafka),
  ask('identifier', '__consumer_offsets', ['__consumer_offsets'], kafka),
  ask('identifier', 'NotEnoughReplicas', ['notenoughreplicas'], kafka),
  ask('identifier', 'tickTime', ['ticktime'], zookeeper),
  ask('identifier', '"go test -race"', ['go test -race'], go),
  ask('identifier', 'GOMAXPROCS', ['gomaxprocs'], go, cpu),
  ask('identifier', 'test-and-set', ['test.and.set'], splitBrain, vmft),
  ask('identifier', 'jute.maxbuffer', ['jute\\.maxbuffer'], zookeeper),
  ask('identifier', 'dfs.namenode.lease-hard-limit-sec', ['lease-hard-limit-sec'], hdfs),
  ask('number', '6.824', ['6\\.824'], course),
  ask('number', '99.9 %', ['99\\.9 %'], hdfs),
  ask('number', '1,200 s', ['1,200 s'], hdfs),
  ask('number', '8485', ['(?<!\\d)8485(?!\\d)'], hdfs),
  ask('phrase', '"leader election"', ['leader election'], zookeeper, raft),
  ask('phrase', '"sustaining effect"', ['sustaining effect'], metastable),
  ask('phrase', '“最终一致”', ['最终一致'], models, cap, '/术语表/'),
  ask('question', '怎么避免脑裂', ['脑裂'], splitBrain),
  ask('question', 'Raft 的选举超时是多少', [word('raft'), '选举超时'], raft),
  ask('question', '什么是复制状态机', ['复制状态机'], machine),
  ask('question', '脑裂应该如何解决', ['脑裂'], splitBrain),
  ask(
    'question',
    'how does leader election work',
    [word('leaders?'), word('elect(?:s|ed|ing|ions?)')],
    raft,
    zookeeper,
    kafka,
    consensusMap,
  ),
  ask('question', 'what is a znode', [word('znodes?')], zookeeper, discovery),
  ask(
    'question',
    'why is the ephemeral node gone',
    [word('ephemerals?'), word('nodes?')],
    zookeeper,
    discovery,
  ),
  ask('name', 'Google File System', ['google', word('files?'), word('systems?')], gfs),
  ask('name', 'Multi-Paxos', ['multi-paxos'], paxos),
  ask('name', 'MapReduce', [word('mapreduce')], mapReduce),
  ask('name', 'page cache', [word('page'), word('caches?|cached|caching')], memory),
  ask('name', '网络排障', ['网络排障'], network),
  ask('nothing', '量子纠缠', []),
  ask('nothing', '提拉米苏', []),
  ask('nothing', 'photoshop', []),
  ask('nothing', 'chocolate cake recipe', []),
  ask('nothing', 'xqzzv', []),
];
