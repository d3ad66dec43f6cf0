import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { KubeConfig } from '@kubernetes/client-node';
import { call, line } from '../../harness/call.ts';
import { E2eError } from '../../harness/e2e-error.ts';
import { healthy } from '../canary/rollout.ts';
import type { Subject } from '../canary/subject.ts';
import type { Stage } from './stage.ts';
import { signedOn } from './visitor.ts';

/** The audit log of an API server, which on EKS is in CloudWatch. */
export interface Audit {
  /** What the API server is started with. */
  readonly flags: readonly string[];
  /** The changes of Rollouts that it has recorded. */
  changes(): readonly Change[];
}

interface Change {
  readonly verb: string;
  readonly requestURI: string;
  /** As whom EKS would have authenticated the caller. */
  readonly impersonatedUser?: { readonly username: string };
  readonly requestObject?: object;
}

// As EKS records changes: with what was asked for. All else is another suite's subject.
const policy = {
  ...{ apiVersion: 'audit.k8s.io/v1', kind: 'Policy', omitStages: ['RequestReceived'] },
  rules: [
    {
      level: 'Request',
      verbs: ['patch', 'update'],
      resources: [{ group: 'argoproj.io', resources: ['rollouts', 'rollouts/status'] }],
    },
    { level: 'None' },
  ],
};

/** An audit log in a folder of its own. */
export function audit(): Audit {
  const folder = mkdtempSync(join(tmpdir(), 'bizflow-audit-'));
  const [rules, log] = [join(folder, 'policy.json'), join(folder, 'audit.log')];
  writeFileSync(rules, JSON.stringify(policy));
  return {
    flags: [`--audit-policy-file=${rules}`, `--audit-log-path=${log}`],
    changes: () =>
      existsSync(log)
        ? readFileSync(log, 'utf8')
            .split('\n')
            .flatMap((line) => (line === '' ? [] : [JSON.parse(line) as Change]))
        : [],
  };
}

/** Problems when sign-on is away: no one gets in, an administrator of the cluster resumes, and it is recorded. */
export async function withoutSignOn(
  { plane, address, issuer, rollout }: Stage,
  subject: Subject,
  { changes }: Audit,
): Promise<readonly string[]> {
  const { namespace, name } = rollout.metadata;
  const path = `/apis/${rollout.apiVersion}/namespaces/${namespace}/rollouts/${name}/status`;
  await issuer.stop();
  const refused = await signedOn(address, 'approver').then(
    () => ['an approver is let in without the issuer'],
    (error: unknown) => (error instanceof E2eError || isRefusal(error) ? [] : [String(error)]),
  );
  await resume(plane.api.config, path);
  await subject.is('is healthy', 120, healthy);
  const traces = changes().filter(
    ({ impersonatedUser, requestURI, requestObject }) =>
      impersonatedUser?.username === administrator &&
      requestURI.startsWith(path) &&
      JSON.stringify(requestObject)?.includes('"pauseConditions":null'),
  );
  return [
    ...refused,
    ...(traces.length === 1 ? [] : [`the audit log has it ${traces.length} times`]),
  ];
}

// The name that EKS gives to a session of the role, which nothing here checks a signature for.
const administrator = 'arn:aws:sts::111122223333:assumed-role/administrator/asha';

/** What the page of releases says, as kubectl sends it. */
async function resume(config: KubeConfig, path: string): Promise<void> {
  const { server, options } = await line(config);
  const headers = {
    ...options.headers,
    'impersonate-user': administrator,
    'impersonate-group': 'system:masters',
  };
  const { status, body } = await call({ server, options: { ...options, headers } }, 'PATCH', path, {
    type: 'application/merge-patch+json',
    body: JSON.stringify({ status: { pauseConditions: null } }),
  });
  if (status !== 200) throw new E2eError(`the administrator is refused: ${body}`);
}

const isRefusal = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'ECONNREFUSED';
