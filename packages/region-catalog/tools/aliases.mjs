import { Converter, ReferenceType, ReflectionKind, UnionType } from 'typedoc';

/**
 * A plugin of TypeDoc: where TypeScript has written out a closed list of texts, such as 249 country codes, it writes
 * the name of the list again, which has its own entry.
 */
export function load(app) {
  app.converter.on(Converter.EVENT_RESOLVE_END, ({ project }) => {
    const named = project
      .getReflectionsByKind(ReflectionKind.TypeAlias)
      .flatMap((alias) => membersOf(alias, project));
    for (const one of Object.values(project.reflections)) {
      const isAlias = one.kind === ReflectionKind.TypeAlias;
      if (one.type && !isAlias) one.type = shortened(one.type, named, project);
    }
  });
}

/** The members of `typeof list[number]`, where the list is a constant of the same package. */
function membersOf(alias, project) {
  const list = alias.type?.objectType?.queryType;
  const constant =
    list && Object.values(project.reflections).find((one) => one === list.reflection);
  const tuple = constant?.type?.target ?? constant?.type;
  const members = (tuple?.elements ?? []).map(String);
  return members.length > 1 ? [{ alias, members }] : [];
}

const inner = ['target', 'elementType', 'trueType', 'falseType'];
const inners = ['types', 'typeArguments', 'elements'];

function shortened(type, named, project) {
  for (const key of inner) {
    if (type[key] && typeof type[key] === 'object' && 'type' in type[key])
      type[key] = shortened(type[key], named, project);
  }
  for (const key of inners) {
    if (Array.isArray(type[key]))
      type[key] = type[key].map((one) => shortened(one, named, project));
  }
  return type.type === 'union' ? shortUnion(type, named, project) : type;
}

function shortUnion(union, named, project) {
  const texts = union.types.map(String);
  const found = named.find(({ members }) => members.every((member) => texts.includes(member)));
  if (found === undefined) return union;
  const rest = union.types.filter((one) => !found.members.includes(String(one)));
  const reference = ReferenceType.createResolvedReference(found.alias.name, found.alias, project);
  return rest.length === 0 ? reference : new UnionType([reference, ...rest]);
}
