import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { environments } from '@bizflow/config';
import { delivery } from '@bizflow/config/delivery';
import { deliveryRoot } from '@bizflow/config/order';
import { planOf } from '@bizflow/terraform-plan';
import { parsedTree } from '@bizflow/terraform-plan/testing';
import { cacheFolder, repository } from '@bizflow/testing/repository';
import { expect, it } from 'vitest';
import { parse } from 'yaml';

const workflow = parse(readFileSync(join(repository, '.github/workflows/attest.yml'), 'utf8'));
const tree = await parsedTree(join(repository, 'terraform'), join(cacheFolder, 'terraform-plan'));
const { resources } = planOf(tree, `environments/${deliveryRoot(delivery.region)}`);
const branches = Object.values(environments).map(({ branch }) => branch);

it('attests the branches that clusters read, whose token alone the signing role trusts', () => {
  expect(workflow.on.push.branches.toSorted()).toEqual(branches.toSorted());
  const role = resources.find(({ values }) => values.name === `${delivery.name}-attest`);
  const trust = JSON.stringify(role?.values.assume_role_policy);
  for (const branch of branches)
    expect(trust).toContain(`repo:bizflow/platform:ref:refs/heads/${branch}`);
  expect(trust.match(/repo:/g)).toHaveLength(branches.length);
});

it('signs in a job that runs no code of packages, and runs that code without a right', () => {
  const { render, sign, verify } = workflow.jobs;
  expect([render.permissions, verify.permissions]).toEqual([
    { contents: 'read' },
    { contents: 'read' },
  ]);
  expect(sign.permissions).toEqual({ contents: 'write', 'id-token': 'write' });
  const commands = sign.steps.flatMap(({ run = [] }) => run);
  expect(commands.join('\n')).not.toMatch(/\bnp[mx]\b|pipeline\.sh|\bnode\b/);
});
