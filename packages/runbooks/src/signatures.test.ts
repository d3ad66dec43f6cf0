import { clusters } from '@bizflow/config';
import { exemptionLabel } from '@bizflow/config/release';
import { committed } from '@bizflow/config/testing';
import { expect, it } from 'vitest';
import { signaturePage } from './signatures.ts';

const page = signaturePage(clusters(committed));

it('has a heading for each message of the webhook', () => {
  expect([...page.matchAll(/^## (.+)$/gm)].map(([, heading]) => heading)).toEqual([
    'Before',
    'Refused',
    'Away',
    'Open a namespace',
  ]);
});

it('opens a namespace by the label that the webhook leaves out, and closes it again', () => {
  const commands = [...page.matchAll(/^kubectl label namespace \S+ (\S+)$/gm)];
  expect(commands.map(([, label]) => label)).toEqual([
    `${exemptionLabel()}=true`,
    `${exemptionLabel()}-`,
  ]);
});
