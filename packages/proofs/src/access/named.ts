/** A name that a file of `gitops/` gives rights. */
export interface Named {
  /** Where it is checked who comes in: Argo CD, by sign-on; or the API server, by EKS or a pod's token. */
  readonly kind: 'group of Argo CD' | 'role of Argo CD' | 'Group' | 'User' | 'ServiceAccount';
  /** A ServiceAccount with its namespace: `<namespace>/<name>`. */
  readonly name: string;
  readonly file: string;
}

type Found = Pick<Named, 'kind' | 'name'>;

// Lines of Argo CD's RBAC: `p, <who>, ...` gives rights, `g, <who>, <role>` makes a member.
const lines = (text: string, letter: 'p' | 'g'): readonly (readonly string[])[] =>
  [...text.matchAll(new RegExp(`^[ -]*"?${letter}, ([^\\n"]+)"?$`, 'gm'))].map(([, rest = '']) =>
    rest.split(', '),
  );

const isRole = (who: string): boolean => /^(role|proj):/.test(who);

/** Members of roles are groups; a role with a member is more than a name. */
const inArgoCd = (text: string): readonly Found[] => {
  const members = lines(text, 'g');
  const projectRoles = rolesWithGroups(text);
  const filled = new Set([...members.map(([, role]) => role), ...projectRoles.keys()]);
  return [
    ...[...members.map(([who = '']) => who), ...[...projectRoles.values()].flat()].map((name) => ({
      kind: 'group of Argo CD' as const,
      name,
    })),
    ...lines(text, 'p')
      .map(([who = '']) => who)
      .filter((who) => !filled.has(who))
      .map((name) => ({
        kind: isRole(name) ? ('role of Argo CD' as const) : ('group of Argo CD' as const),
        name,
      })),
  ];
};

/** The roles of an AppProject that list groups, as its policies call them. */
const rolesWithGroups = (text: string): ReadonlyMap<string, readonly string[]> => {
  const project = /^kind: AppProject$[\s\S]*?^ {2}name: (\S+)$/m.exec(text)?.[1];
  if (project === undefined) return new Map();
  const roles = text.matchAll(/^ {6}groups:\n((?: {8}- \S+\n)+)(?: {6}.*\n)*? {6}name: (\S+)$/gm);
  return new Map(
    [...roles].map(([, groups = '', name]) => [
      `proj:${project}:${name}`,
      [...groups.matchAll(/- (\S+)/g)].map(([, group = '']) => group),
    ]),
  );
};

const inKubernetes = (text: string): readonly Found[] => {
  if (!/^kind: (Cluster)?RoleBinding$/m.test(text)) return [];
  const subjects = text
    .slice(text.search(/^subjects:$/m))
    .split(/^ {2}- /m)
    .slice(1);
  return subjects.flatMap((subject): readonly Found[] => {
    const field = (key: string) => new RegExp(`^(?: {4})?${key}: (\\S+)$`, 'm').exec(subject)?.[1];
    const kind = field('kind');
    const name = field('name')?.replaceAll(/^["']|["']$/g, '') ?? '';
    if (kind === 'ServiceAccount') return [{ kind, name: `${field('namespace')}/${name}` }];
    return kind === 'Group' || kind === 'User' ? [{ kind, name }] : [];
  });
};

/** Every name of a file that has rights, each once. */
export const namedIn = (file: string, text: string): readonly Named[] => {
  const all = [...inArgoCd(text), ...inKubernetes(text)].map((found) => ({ ...found, file }));
  return [...new Map(all.map((one) => [`${one.kind} ${one.name}`, one])).values()];
};
