import { type Cluster, clusters, type Fleet, type ManifestFile, sites } from '@bizflow/config';
import { child, contains, type Problem, problem } from '@bizflow/kernel';
import { allowedFlows } from '@bizflow/region-catalog/rules';

/**
 * What names a place in text, each with what such a text has in it: looking for that is faster. Apart, because an
 * alternative of unlike beginnings is slow to find.
 */
const literals: readonly (readonly [mark: string, pattern: RegExp])[] = [
  // An AWS Region id, such as eu-west-2, by itself or in the name of a zone.
  ['-', /\b[a-z]{2}-(?:central|(?:north|south)(?:east|west)?|east|west)-\d(?=[a-z]?\b)/g],
  // An IPv4 address or block.
  ['.', /\b\d{1,3}(?:\.\d{1,3}){3}(?:\/\d{1,2})?\b/g],
  // An ARN up to its account.
  ['arn:aws', /\barn:aws[\w-]*:[\w-]*:[\w-]*:\d{12}(?=:)/g],
  // The account of an ECR registry.
  ['.dkr.ecr', /\b\d{12}(?=\.dkr\.ecr\b)/g],
];

const literalsIn = (text: string): readonly string[] =>
  literals.flatMap(([mark, pattern]) => (text.includes(mark) ? (text.match(pattern) ?? []) : []));

/** A file's object together with the text it is written as. */
interface SerializedFile extends ManifestFile {
  readonly text: string;
}

/** Whether a literal belongs to another place than the cluster's own. */
type IsForeign = (found: string) => boolean;

/**
 * No text of a cluster's folder names another region, another VPC's addresses or another account;
 * a written residency exception (flow `write`) lets through the subnets of the writer's database.
 */
export const foreignLiteralRules = (
  cluster: Cluster,
  fleet: Fleet,
): ((file: SerializedFile) => readonly Problem[]) => {
  const isForeign = remembered(foreignTo(cluster, fleet));
  // One look at the text of a file is cheap; only a hit is looked up in the object.
  return ({ path, body, text }) =>
    literalsIn(text).some(isForeign) ? pointers(body, '', isForeign, path) : [];
};

// A folder names the same few places thousands of times.
const remembered = (isForeign: IsForeign): IsForeign => {
  const answers = new Map<string, boolean>();
  return (found) => {
    const known = answers.get(found);
    if (known !== undefined) return known;
    const answer = isForeign(found);
    answers.set(found, answer);
    return answer;
  };
};

const foreignTo = (cluster: Cluster, fleet: Fleet): IsForeign => {
  const vpcs = [...clusters(fleet), ...Object.values(fleet.catalog)].map(
    ({ network }) => network.vpc,
  );
  const others = [...new Set(vpcs)].filter((vpc) => vpc !== cluster.network.vpc);
  const allowed = new Set<string>(allowedBlocks(cluster, fleet));
  const accounts = [
    cluster.account,
    fleet.assigned.accounts.delivery.value,
    // Of registries that running versions still pull from.
    ...(cluster.former.registries ?? []).map((registry) => registry.split('.')[0]),
  ];
  return (found) => {
    const account = /(?:^|:)(\d{12})$/.exec(found)?.[1];
    if (account !== undefined) return !accounts.includes(account);
    if (/^[a-z]/.test(found)) return found !== cluster.region.id;
    const block = found.includes('/') ? found : `${found}/32`;
    return !allowed.has(found) && others.some((vpc) => contains(vpc, block));
  };
};

const allowedBlocks = ({ environment, region }: Cluster, { catalog, exceptions }: Fleet) =>
  allowedFlows(catalog, exceptions)
    .filter(({ flow, from }) => flow === 'write' && from === region.id)
    .flatMap(({ to }) => sites(environment, catalog).filter((site) => site.region === to))
    .flatMap(({ network }) => network.database);

const pointers = (
  value: unknown,
  pointer: string,
  isForeign: IsForeign,
  path: string,
): readonly Problem[] => {
  if (typeof value === 'string') return found(value, pointer, isForeign, path);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, member]) => {
    const inner = child(pointer, key);
    return [...found(key, inner, isForeign, path), ...pointers(member, inner, isForeign, path)];
  });
};

const found = (text: string, pointer: string, isForeign: IsForeign, path: string) =>
  literalsIn(text)
    .filter(isForeign)
    .map(
      (value): Problem =>
        problem({
          code: 'FOREIGN_LITERAL',
          at: `${path}#${pointer}`,
          value,
          reason: 'belongs to another region, network or account than this folder',
          remedy: 'render it from the cluster, or write the residency exception that allows it',
        }),
    );
