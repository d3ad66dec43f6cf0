import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { regionIds } from '@bizflow/region-catalog';
import { expect, it } from 'vitest';
import { repository } from '../../harness/places.ts';
import { commandsFor } from './acts.ts';
import { leftBy, movesTold } from './asked.ts';

it('plays a replacement and a second region for some people, which CONTRIBUTING.md tells', () => {
  const moves = movesTold(readFileSync(join(repository, 'CONTRIBUTING.md'), 'utf8'));
  expect(moves.map(([name]) => name)).toEqual(['replace-region', 'second-region']);
  for (const words of moves) expect(regionIds).toContain(leftBy(words));
});

it('takes the commands of a cluster, and leaves those of other programs', () => {
  const acts = [
    { what: 'a', commands: ['aws s3 ls', 'kubectl --context one get x | kubectl --context one y'] },
    { what: 'b', commands: ['kubectl --context other get x'] },
  ];
  expect(commandsFor(acts, 'one')).toEqual([
    'kubectl --context e2e get x | kubectl --context e2e y',
  ]);
});
