import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { freePorts } from '@bizflow/testing/ports';
import { start } from './processes.ts';
import type { Run } from './run.ts';
import { until } from './until.ts';

/** Starts etcd for the whole run and gives its address; each API server uses its own prefix. */
export async function etcd(run: Run): Promise<string> {
  const [client = 0, peer = 0] = await freePorts(2);
  const url = `http://127.0.0.1:${client}`;
  const peerUrl = `http://127.0.0.1:${peer}`;
  const folder = join(run.folder, 'etcd');
  mkdirSync(folder);
  const server = run.keep(
    start(run.folder, 'etcd', 'server', [
      `--data-dir=${folder}/data`,
      `--listen-client-urls=${url}`,
      `--advertise-client-urls=${url}`,
      `--listen-peer-urls=${peerUrl}`,
      `--initial-advertise-peer-urls=${peerUrl}`,
      `--initial-cluster=default=${peerUrl}`,
      // Nothing here outlives the run, so nothing needs to reach the disk.
      '--unsafe-no-fsync',
      '--log-level=warn',
    ]),
  );
  const healthy = () =>
    fetch(`${url}/health`).then(
      ({ ok }) => ok,
      () => false,
    );
  await Promise.race([server.failed, until('etcd answers', 60, healthy)]);
  return url;
}
