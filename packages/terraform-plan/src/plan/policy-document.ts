import { asJson, isList, type Value, type Values } from '../expression/value.ts';
import { bodies } from '../hcl/module-source.ts';

/** The JSON that `data.aws_iam_policy_document` gives. */
export const policyJson = (values: Values): string => {
  const sources = [values.source_policy_documents, values.override_policy_documents]
    .flatMap((one) => (isList(one) ? one : []))
    .flatMap((one) => statementsIn(one));
  const own = bodies(values.statement).map(statement);
  return asJson({ Version: values.version ?? '2012-10-17', Statement: [...sources, ...own] });
};

const statementsIn = (text: Value): readonly Value[] => {
  if (typeof text !== 'string' || text === '' || text.startsWith('‹')) return [];
  const { Statement: found = [] }: { readonly Statement?: Value } = JSON.parse(text);
  return isList(found) ? found : [found];
};

const statement = (from: Values): Values =>
  withoutEmpty({
    Sid: from.sid ?? null,
    Effect: from.effect ?? 'Allow',
    Action: from.actions ?? null,
    NotAction: from.not_actions ?? null,
    Resource: from.resources ?? null,
    NotResource: from.not_resources ?? null,
    Principal: principals(from.principals),
    NotPrincipal: principals(from.not_principals),
    Condition: conditions(from.condition),
  });

const withoutEmpty = (values: Values): Values =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null));

const principals = (value: Value | undefined): Value => {
  const groups = Map.groupBy(bodies(value), ({ type }) => String(type));
  if (groups.size === 0) return null;
  return Object.fromEntries(
    [...groups].map(([type, all]) => [type, all.flatMap(({ identifiers }) => identifiers ?? [])]),
  );
};

const conditions = (value: Value | undefined): Value => {
  const groups = Map.groupBy(bodies(value), ({ test }) => String(test));
  if (groups.size === 0) return null;
  return Object.fromEntries(
    [...groups].map(([test, all]) => [
      test,
      Object.fromEntries(all.map(({ variable, values }) => [String(variable), values ?? []])),
    ]),
  );
};
