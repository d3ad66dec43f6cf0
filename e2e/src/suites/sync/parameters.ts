import type { Live } from '../../harness/api.ts';
import { argoNamespace, parameters, parametersMap } from '../../harness/argo-cd.ts';
import type { ControlPlane } from '../../harness/control-plane.ts';
import { E2eError } from '../../harness/e2e-error.ts';

interface Variable {
  readonly name: string;
  readonly valueFrom?: {
    readonly configMapKeyRef?: { readonly name: string; readonly key: string };
  };
}

/**
 * That the installation has the rendered parameters, and that its workloads give each to the processes under the
 * variable by which it reaches them here. The chart's own other parameters are addresses in the cluster, and
 * stand-ins have no variables.
 */
export async function checkParameters(
  { api }: ControlPlane,
  rendered: Readonly<Record<string, string>>,
): Promise<void> {
  const metadata = { name: parametersMap, namespace: argoNamespace };
  const live = await api.read({ apiVersion: 'v1', kind: 'ConfigMap', metadata });
  const data: Readonly<Record<string, string>> = live?.data ?? {};
  const workloads = await Promise.all(
    ['Deployment', 'StatefulSet'].map((kind) => api.list('apps/v1', kind, argoNamespace)),
  );
  const variables = workloads.flat().flatMap(variablesOf);
  for (const [key, value] of Object.entries(rendered)) {
    if (data[key] !== value)
      throw new E2eError(`${parametersMap}: ${key} is ${data[key]}, and ${value} is rendered`);
    const names = variables
      .filter(({ valueFrom }) => valueFrom?.configMapKeyRef?.key === key)
      .map(({ name }) => name);
    if (variables.length > 0 && !names.includes(parameters[key] ?? ''))
      throw new E2eError(`${parametersMap}: ${key} reaches ${names.join(', ') || 'no process'}`);
  }
}

const variablesOf = ({ spec }: Live): readonly Variable[] =>
  (spec.template.spec.containers as readonly { readonly env?: readonly Variable[] }[])
    .flatMap(({ env = [] }) => env)
    .filter(({ valueFrom }) => valueFrom?.configMapKeyRef?.name === parametersMap);
