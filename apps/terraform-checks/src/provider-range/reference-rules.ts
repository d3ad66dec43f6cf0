import { type Problem, problem } from '@bizflow/kernel';
import type { Plan } from '@bizflow/terraform-plan';
import { asJson } from '@bizflow/terraform-plan';
import type { ProviderSchema } from './provider-schema.ts';

const mark = /‹[^‹›]*?(?:(data|ephemeral)\.)?\b(aws_\w+)\.[\w-]+(?:\[[^\]]*\])?\.(\w+)[^‹›]*›/g;

/** Attributes of resources that a plan refers to, and that a version of the provider does not have. */
export const referenceRules = (plan: Plan, schema: ProviderSchema): readonly Problem[] => {
  const texts = [
    ...plan.resources.map(({ address, values }) => [address, asJson(values)] as const),
    ...Object.entries(plan.outputs).map(
      ([name, value]) => [`output.${name}`, asJson(value)] as const,
    ),
  ];
  return texts.flatMap(([at, text]) =>
    [...text.matchAll(mark)].flatMap(([found, mode = 'managed', type = '', attribute = '']) => {
      const known = schema[mode === 'data' || mode === 'ephemeral' ? mode : 'managed'][type];
      const isHeld = known?.attributes?.[attribute] || known?.block_types?.[attribute];
      if (known === undefined || isHeld) return [];
      return problem({
        code: 'ATTRIBUTE_UNKNOWN',
        at: `terraform/${plan.root} ${at}`,
        value: found,
        reason: `${schema.called} has no attribute of this name`,
        remedy: 'refer to an attribute that both ends of the range have',
      });
    }),
  );
};
