import { strict as assert } from 'node:assert';
import { objectFacts } from './facts.ts';
import type { Run, Scenery } from './run.ts';
import { changing, type Play } from './scenario.ts';
import { Stage } from './stage.ts';
import type { Tools } from './tools.ts';
import { startVault } from './vault.ts';

const { script, topic, place } = objectFacts();

const point = (
  name: string,
  day: number,
  Status: string,
  objects: Readonly<Record<string, string>>,
) => ({
  RecoveryPointArn: `arn:aws:backup:${place.region}:111122223333:recovery-point:${name}`,
  ResourceArn: `arn:aws:s3:::${place.bucket}`,
  CreationDate: Date.UTC(2026, 0, day) / 1000,
  Status,
  objects,
});

/** The newest point is not complete, and another bucket has a newer one. */
const points = [
  point('old', 1, 'COMPLETED', { invoice: 'of the first day' }),
  point('new', 2, 'COMPLETED', { invoice: 'of the second day', photo: 'of the second day' }),
  point('half', 3, 'PARTIAL', { invoice: 'half' }),
  {
    ...point('other', 4, 'COMPLETED', { other: '' }),
    ResourceArn: `arn:aws:s3:::${place.bucket}-2`,
  },
];

const lost = { isLost: true, points };

const scenery = (isLost: boolean, vault: string): Scenery => ({
  script,
  seed: ['objects.py', 'seed'],
  survey: ['objects.py', 'survey'],
  facts: { topic, place, isLost },
  answering: [],
  state: { bucket: place.bucket },
  env: { AWS_ENDPOINT_URL_BACKUP: vault },
});

/** What must be true when the objects are back, however many runs it took. */
const recovered = (scene: Stage): void =>
  assert.deepEqual(scene.survey(), {
    objects: points[1]?.objects,
    messages: [`The objects of ${place.region} are back, as of their newest recovery points.`],
  });

const played =
  (play: Play, tools: Tools, endpoint: string) =>
  async (
    name: string,
    of: { readonly isLost: boolean; readonly points: readonly object[] },
    run: (scene: Stage) => Promise<string>,
  ): Promise<void> => {
    const vault = await startVault(tools, { place, endpoint, points: of.points });
    try {
      await play(name, () => new Stage(scenery(of.isLost, vault.url), tools, endpoint), run);
    } finally {
      vault.stop();
    }
  };

/** Plays the script of lost objects; gives the run that did everything. */
export async function objectScenarios(play: Play, tools: Tools, endpoint: string): Promise<Run> {
  const runs: Run[] = [];
  const scenario = played(play, tools, endpoint);
  await scenario('a lost bucket has its objects again', lost, async (scene) => {
    const run = await scene.run({});
    assert.equal(run.status, 0, run.output);
    runs.push(run);
    recovered(scene);
    const again = await scene.run({});
    assert.equal(again.status, 0, again.output);
    assert.deepEqual(changing(again), []);
    return `${changing(run).length} changes, then none; ${Object.keys(points[1]?.objects ?? {}).length} objects`;
  });
  for (const killAt of [1, 2]) {
    await scenario(`killed at change ${killAt}, it goes on`, lost, async (scene) => {
      assert.notEqual((await scene.run({ killAt })).status, 0);
      const next = await scene.run({});
      assert.equal(next.status, 0, next.output);
      recovered(scene);
      return `the next run made ${changing(next).length} changes`;
    });
  }
  await scenario(
    'without a recovery point it says so',
    { isLost: true, points: [] },
    async (scene) => {
      const failed = await scene.run({});
      assert.equal(failed.status, 1);
      assert.match(scene.evidence(), /no recovery point of \S+ is complete/);
      return failed.output.trim().split('\n').at(-1) ?? '';
    },
  );
  await scenario(
    'a bucket with objects is not changed',
    { isLost: false, points },
    async (scene) => {
      const refused = await scene.run({});
      assert.equal(refused.status, 1);
      assert.match(refused.output, /lost_objects_\w+ is false; nothing was changed/);
      assert.deepEqual(changing(refused), []);
      return refused.output.trim().split('\n').at(-1) ?? '';
    },
  );
  const [first] = runs;
  assert.ok(first !== undefined);
  return first;
}
