import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { imageLayout, ofOurs } from '@bizflow/testing/image-layout';
import { freePorts } from '@bizflow/testing/ports';
import type { ControlPlane } from '../../harness/control-plane.ts';
import { E2eError } from '../../harness/e2e-error.ts';
import { repository } from '../../harness/places.ts';
import { start } from '../../harness/processes.ts';
import { type Tool, tool } from '../../harness/tools.ts';
import { until } from '../../harness/until.ts';

/** A registry on loopback, and two keys: the pipeline's, and one of a stranger. */
export interface Registry {
  readonly host: string;
  /** The public key of the pipeline, as PEM. */
  readonly publicKey: string;
  /** Pushes an image to a repository; gives its digest. */
  push(repository: string, content: string): string;
  /** Signs it as the pipeline does. */
  sign(repository: string, digest: string, by: 'pipeline' | 'stranger'): void;
}

/** The form in which the pipeline signs: every switch of cosign that its script sets. */
const switches = (): readonly string[] => {
  const script = join(repository, 'apps/pipeline/commands/sign-image.sh');
  return [
    ...new Set(
      [...readFileSync(script, 'utf8').matchAll(/--[a-z-]+=(?:true|false)/g)].map(([text]) => text),
    ),
  ];
};

/** Starts one for as long as a control plane is up. */
export async function registry(plane: ControlPlane): Promise<Registry> {
  const folder = join(plane.server.folder, 'images');
  mkdirSync(folder);
  const [port = 0] = await freePorts(1);
  const host = `127.0.0.1:${port}`;
  plane.add((run) =>
    run.keep(start(folder, 'registry', 'crane', ['registry', 'serve', '--address', host])),
  );
  await until('the registry answers', 60, () =>
    fetch(`http://${host}/v2/`).then(
      ({ ok }) => ok,
      () => false,
    ),
  );
  const does = (program: Tool, ...args: readonly string[]): string => {
    const { status, stdout, stderr, error } = spawnSync(tool(program), args, {
      cwd: folder,
      env: { PATH: process.env.PATH, HOME: folder, COSIGN_PASSWORD: '' },
      encoding: 'utf8',
    });
    if (status !== 0) throw new E2eError(`${program} ${args[0]}: ${error?.message ?? stderr}`);
    return stdout.trim();
  };
  for (const who of ['pipeline', 'stranger']) {
    does('cosign', 'generate-key-pair', '--output-key-prefix', who);
  }
  return {
    host,
    publicKey: readFileSync(join(folder, 'pipeline.pub'), 'utf8'),
    push: (name, content) => {
      const digest = imageLayout(folder, ofOurs, content);
      does('crane', 'push', '--insecure', 'image/', `${host}/${name}:${content}`);
      return digest;
    },
    sign: (name, digest, by) => {
      const form = [...switches(), '--yes', '--allow-http-registry', '--key', `${by}.key`];
      does('cosign', 'sign', ...form, `${host}/${name}@${digest}`);
    },
  };
}
