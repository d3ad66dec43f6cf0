import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { clusters } from '@bizflow/config';
import { pipelineExternalId, pipelineRole } from '@bizflow/config/names';
import { committed } from '@bizflow/config/testing';
import { skips } from '@bizflow/testing/tools';
import { expect, it } from 'vitest';
import { parse } from 'yaml';
import { run } from '../src/testing/command.ts';
import { json, serve } from '../src/testing/server.ts';

const noAws = skips('aws', 'staging-cluster.sh', spawnSync('aws', ['--version']).error?.message);

const cluster = clusters(committed).find(({ environment }) => environment.name === 'staging');
if (cluster === undefined) throw new RangeError('there is no staging');
const role = `arn:aws:iam::${cluster.account}:role/${pipelineRole(cluster)}`;

const arn = `arn:aws:eks:${cluster.region.id}:${cluster.account}:cluster/${cluster.name}`;

const later = '2099-01-01T00:00:00Z';
const assumed = `<AssumeRoleResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><AssumeRoleResult>
  <Credentials><AccessKeyId>READER</AccessKeyId><SecretAccessKey>s</SecretAccessKey><SessionToken>t</SessionToken>
  <Expiration>${later}</Expiration></Credentials>
  <AssumedRoleUser><AssumedRoleId>A:b</AssumedRoleId><Arn>${role}</Arn></AssumedRoleUser>
</AssumeRoleResult></AssumeRoleResponse>`;

it.skipIf(noAws)(
  "finds the cluster as the reader, who gives its external ID, and never as the project's own role",
  async () => {
    const finders: string[] = [];
    const server = await serve(({ url = '', headers }, response) => {
      if (url.startsWith('/own')) {
        const own = { AccessKeyId: 'CODEBUILD', SecretAccessKey: 's', Token: 't' };
        return json(response, 200, { ...own, Expiration: later });
      }
      if (url.startsWith('/clusters/')) {
        finders.push(/Credential=(\w+)/.exec(headers.authorization ?? '')?.[1] ?? '');
        const certificateAuthority = { data: 'Yg==' };
        const facts = { name: cluster.name, arn, endpoint: 'https://eks', status: 'ACTIVE' };
        return json(response, 200, { cluster: { ...facts, certificateAuthority } });
      }
      response.writeHead(200, { 'content-type': 'text/xml' }).end(assumed);
    });
    const home = mkdtempSync(join(tmpdir(), 'kube-'));
    const ended = await run('staging-cluster.sh', [], {
      env: {
        HOME: home,
        KUBECONFIG: undefined,
        AWS_ACCESS_KEY_ID: undefined,
        AWS_PROFILE: undefined,
        AWS_ENDPOINT_URL: server.url,
        AWS_CONTAINER_CREDENTIALS_FULL_URI: `${server.url}/own`,
        STAGING_READER_ROLE: role,
        STAGING_EXTERNAL_ID: pipelineExternalId(cluster),
      },
    });
    await server.stop();
    const asked = server.requests.find(({ body }) => body.includes('AssumeRole'));
    expect(ended.code, ended.out).toBe(0);
    const config = parse(readFileSync(join(home, '.kube/config'), 'utf8'));
    rmSync(home, { recursive: true });
    expect(new URLSearchParams(asked?.body).get('ExternalId')).toBe(pipelineExternalId(cluster));
    expect(new URLSearchParams(asked?.body).get('RoleArn')).toBe(role);
    expect(finders).toEqual(['READER']);
    expect(config['current-context']).toBe('staging');
    // kubectl gets its token with the same profile, and so with the same role.
    expect(config.users[0].user.exec).toMatchObject({
      args: expect.arrayContaining(['get-token', cluster.name]),
      env: [{ name: 'AWS_PROFILE', value: 'staging' }],
    });
  },
);
