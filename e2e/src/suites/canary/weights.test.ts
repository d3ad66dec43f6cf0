import { expect, it } from 'vitest';
import type { Live } from '../../harness/api.ts';
import { weights } from './weights.ts';

const ingress = (annotations: Readonly<Record<string, string>>): Live => ({
  ...{ apiVersion: 'networking.k8s.io/v1', kind: 'Ingress' },
  metadata: { name: 'a', annotations, uid: '', resourceVersion: '' },
});

it('reads the shares of the services, and none before Argo Rollouts has written them', () => {
  const groups = [
    { ServiceName: 'a-ping', ServicePort: '80', Weight: 95 },
    { ServiceName: 'a-pong', ServicePort: '80', Weight: 5 },
  ];
  const action = JSON.stringify({ Type: 'forward', ForwardConfig: { TargetGroups: groups } });
  const written = ingress({ 'alb.ingress.kubernetes.io/actions.a-root': action });
  expect([...weights(written, 'a-root')]).toEqual([
    ['a-ping', 95],
    ['a-pong', 5],
  ]);
  expect(weights(ingress({}), 'a-root').size).toBe(0);
  expect(weights(undefined, 'a-root').size).toBe(0);
});
