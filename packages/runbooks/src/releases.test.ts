import { clusters } from '@bizflow/config';
import { argoCdUrl } from '@bizflow/config/names';
import { approvers } from '@bizflow/config/release';
import { committed } from '@bizflow/config/testing';
import { expect, it } from 'vitest';
import { releasePage } from './releases.ts';

const page = releasePage(committed);
const headings = [...page.matchAll(/^## (.+)$/gm)].map(([, heading]) => heading);

it('has a heading for each message that links to it', () => {
  // messages of k8s-manifests end in #waits, #aborted, #inconclusive and #stuck
  for (const heading of ['Waits', 'Aborted', 'Inconclusive', 'Stuck'])
    expect(headings).toContain(heading);
});

it('lists the Argo CD of every cluster, and no other', () => {
  const links = [...page.matchAll(/\((https:[^)]+)\)/g)].map(([, url]) => url);
  expect(links).toEqual(clusters(committed).map(argoCdUrl));
});

it('asks an approver for nothing that an approver may not do', () => {
  const asked = [...page.matchAll(/\*\*(\w+)\*\*/g)].map(([, action = '']) => action.toLowerCase());
  expect(new Set(asked)).toEqual(new Set(approvers.actions));
});
