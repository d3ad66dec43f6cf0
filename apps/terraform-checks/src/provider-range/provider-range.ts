import { type Problem, problem } from '@bizflow/kernel';
import { planOf, type Texts, treeOf } from '@bizflow/terraform-plan';
import type { ProviderSchema } from './provider-schema.ts';
import { referenceRules } from './reference-rules.ts';
import { schemaRules } from './schema-rules.ts';
import { textRules } from './text-rules.ts';

/** A finding that stands at one end of the range: its code and value, and why. */
export interface Accepted {
  readonly code: string;
  readonly value: string;
  readonly reason: string;
}

/**
 * What one version of the provider refuses of every module and every rendered root, or has deprecated:
 * each with its file and line. A finding that is accepted must still be found.
 */
export async function providerEnd(
  texts: Texts,
  schema: ProviderSchema,
  accepted: readonly Accepted[],
): Promise<readonly Problem[]> {
  const tree = await treeOf(texts);
  const plans = Object.keys(tree)
    .filter((folder) => folder.startsWith('environments/'))
    .map((root) => planOf(tree, root));
  const found = [
    ...Object.values(tree).flatMap((source) => schemaRules(texts, source, schema)),
    ...textRules(texts, schema),
    ...plans.flatMap((plan) => referenceRules(plan, schema)),
  ];
  const covers = (one: Accepted, { code, value }: Problem) =>
    one.code === code && one.value === value;
  return [
    ...found.filter((finding) => !accepted.some((one) => covers(one, finding))),
    ...accepted
      .filter((one) => !found.some((finding) => covers(one, finding)))
      .map(({ code, value }) => stale(code, value)),
  ];
}

const stale = (code: string, value: string): Problem =>
  problem({
    code: 'ACCEPTED_STALE',
    at: `provider-range.json ${code}`,
    value,
    reason: 'is accepted, and no longer found',
    remedy: 'delete the entry of apps/terraform-checks/checks/provider-range.json',
  });
