import type { Found } from './objects.ts';

/** A mark that keeps away every pod that does not tolerate it. */
export interface Taint {
  readonly key: string;
  readonly value?: string;
  readonly effect: string;
}

/** Of Karpenter's NodePool, what decides which pods its nodes take, and how many. */
export interface NodePool {
  readonly spec: {
    readonly limits?: { readonly cpu?: string };
    readonly template: {
      readonly metadata?: { readonly labels?: Readonly<Record<string, string>> };
      readonly spec: {
        readonly taints?: readonly Taint[];
        readonly requirements: readonly {
          readonly key: string;
          readonly operator: string;
          readonly values?: readonly string[];
        }[];
      };
    };
  };
}

/** The taints of a pool's nodes. */
export const taintsOf = ({ body }: Found<NodePool>): readonly Taint[] =>
  body.spec.template.spec.taints ?? [];

/** Whether a pool has nodes with this label. */
export const offers = ({ body }: Found<NodePool>, key: string, value: string): boolean => {
  const { metadata, spec } = body.spec.template;
  return (
    metadata?.labels?.[key] === value ||
    spec.requirements.some(
      (one) => one.key === key && one.operator === 'In' && one.values?.includes(value) === true,
    )
  );
};
