import { expect, it } from 'vitest';
import { nodeRoom } from './node-room.ts';

it('leaves what EKS leaves of an m6g.xlarge: 3.92 CPU, 58 pods, and its memory without 993 MiB', () => {
  expect(nodeRoom('m6g.xlarge')).toEqual({
    cpu: 3.92,
    memory: (16 * 1024 - 993) * 2 ** 20,
    pods: 58,
  });
});

it('knows the memory of compute and memory families', () => {
  const memory = (instance: string) => Math.round((nodeRoom(instance)?.memory ?? 0) / 2 ** 30);
  expect([memory('c7g.2xlarge'), memory('m7g.2xlarge'), memory('r7g.2xlarge')]).toEqual([
    15, 31, 63,
  ]);
});

it('says nothing of what it does not know', () => {
  expect(nodeRoom('t4g.xlarge')).toBeUndefined();
  expect(nodeRoom('m6g.metal')).toBeUndefined();
});
