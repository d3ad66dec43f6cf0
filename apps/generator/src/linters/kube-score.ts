import type { Finding } from '@bizflow/terraform-checks';

interface Scored {
  readonly type_meta: { readonly kind: string };
  readonly object_meta: { readonly name: string; readonly namespace?: string };
  readonly checks: readonly {
    readonly check: { readonly id: string };
    readonly grade: number;
    readonly skipped: boolean;
    readonly comments: readonly { readonly summary: string }[] | null;
  }[];
}

/** kube-score's grade for an error; 5 is a warning, 7 nearly well, 10 well. */
const critical = 1;

/** Reads `kube-score score --output-format json`: what it calls CRITICAL. */
export const kubeScoreFindings = (text: string): readonly Finding[] =>
  scored(text).flatMap(({ type_meta: { kind }, object_meta: { name, namespace = '' }, checks }) =>
    checks
      .filter(({ grade, skipped }) => grade <= critical && !skipped)
      .map(({ check: { id }, comments }) => ({
        id,
        at: `${kind}.${namespace}.${name}`,
        message: [...new Set((comments ?? []).map(({ summary }) => summary))].join('; '),
      })),
  );

/** How many checks went well, to show that something was looked at. */
export const kubeScorePassed = (text: string): number =>
  scored(text).flatMap(({ checks }) => checks.filter(({ grade }) => grade === 10)).length;

const scored = (text: string): readonly Scored[] => JSON.parse(text);
