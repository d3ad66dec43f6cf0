import { join } from 'node:path';
import { expect, it } from 'vitest';
import { cache, runs } from './places.ts';
import { ofRun } from './sweep.ts';

it('takes for its own only what it built itself, and only of the run that is over', () => {
  const folder = join(runs, '71');
  const etcd = { pid: 72, command: `${cache}/bin/server --data-dir=${folder}/etcd/data` };
  const others = [
    { pid: 73, command: `${cache}/bin/server --data-dir=${folder}2/etcd/data` },
    { pid: 74, command: `less ${folder}/etcd.log` },
    { pid: 75, command: '/usr/bin/etcd --data-dir=/var/lib/etcd' },
  ];
  expect(ofRun([etcd, ...others], folder)).toEqual([etcd]);
});
