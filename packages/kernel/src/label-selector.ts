/** Labels of a pod or a namespace. */
export type Labels = Readonly<Record<string, string>>;

/** A selector of Kubernetes ("Labels and Selectors"); every part of it must hold, and without parts it selects all. */
export interface LabelSelector {
  readonly matchLabels?: Labels;
  readonly matchExpressions?: readonly {
    readonly key: string;
    readonly operator: string;
    readonly values?: readonly string[];
  }[];
}

/** Whether a selector finds these labels. It throws a RangeError for an operator that Kubernetes does not have. */
export const matchesLabels = (
  { matchLabels = {}, matchExpressions = [] }: LabelSelector,
  labels: Labels,
): boolean =>
  Object.entries(matchLabels).every(([key, value]) => labels[key] === value) &&
  matchExpressions.every(({ key, operator, values = [] }) => {
    const found = labels[key];
    if (operator === 'In') return found !== undefined && values.includes(found);
    if (operator === 'NotIn') return found === undefined || !values.includes(found);
    if (operator === 'Exists') return found !== undefined;
    if (operator === 'DoesNotExist') return found === undefined;
    throw new RangeError(`the operator ${operator} is not one of Kubernetes`);
  });
