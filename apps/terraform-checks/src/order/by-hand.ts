import { join } from 'node:path';
import type { Step } from '@bizflow/config/order';
import { ownerOf, type Stage } from './play.ts';

/** What a person finishes in AWS's console after a step; of all that a person does, moto knows only this. */
export async function byHand(
  { makes, roots: [root] }: Step,
  { folder, accounts }: Stage,
  endpoint: string,
): Promise<void> {
  if (!makes.includes('accepted connection to GitHub') || root === undefined) return;
  const { env } = ownerOf(join(folder, 'environments', root), accounts);
  const region = root.split('/').at(-1);
  const scope = `${env.AWS_ACCESS_KEY_ID}/20260101/${region}/codeconnections/aws4_request`;
  const answer = await fetch(endpoint, {
    method: 'POST',
    headers: {
      authorization: `AWS4-HMAC-SHA256 Credential=${scope}, SignedHeaders=host, Signature=none`,
      'content-type': 'application/x-amz-json-1.0',
      'x-amz-target': 'CodeConnections_20231201.FinishInConsole',
    },
    body: '{}',
  });
  console.log(`   by hand: the connection to GitHub is finished ${await answer.text()}`);
}
