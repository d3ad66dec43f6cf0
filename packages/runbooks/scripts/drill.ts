import { strict as assert } from 'node:assert';
import { checkCommand } from '@bizflow/testing/check-command';
import { startMotoIn } from '@bizflow/testing/moto';
import { argumentProblems, awsTexts } from './drill/arguments.ts';
import { drillFacts } from './drill/facts.ts';
import { objectScenarios } from './drill/objects.ts';
import { regionScenery, regionSurvey } from './drill/region.ts';
import type { Run } from './drill/run.ts';
import { changing, report, scenarios } from './drill/scenario.ts';
import { Stage } from './drill/stage.ts';
import { tools } from './drill/tools.ts';

// Rehearses the scripts of a lost region and of lost objects with the real AWS CLI against an emulator, and what a
// person would fear: a second run, a run killed between two changes, a step that fails, a region that is not lost.
const command = checkCommand();
const facts = drillFacts();
const found = tools(facts.root);
if (typeof found === 'string') {
  command.without('moto', 'the drill', found);
  process.exit();
}
const aws = await startMotoIn({
  python: found.python,
  settings: { MOTO_ACCOUNT_ID: facts.account },
});

const play = scenarios(aws.endpoint);

/** What must be true when a region has been recovered, however many runs it took. */
function recovered(scene: Stage): void {
  const { database, redis, dns, messages, endpoint, backupDays } = regionSurvey(scene);
  assert.equal(database, `postgresql://api:p%40ss@${endpoint}:5432/bizflow?sslmode=require`);
  assert.match(redis, /^rediss:\/\/:token@master\.[^:]+:6379$/);
  assert.deepEqual(dns, [facts.standby.host]);
  assert.deepEqual(messages, [`DR failover complete. Primary region: ${facts.standby.region}`]);
  assert.equal(backupDays, 35);
}

const scenario = (name: string, isLost: boolean, run: (scene: Stage) => Promise<string>) =>
  play(name, () => new Stage(regionScenery(facts, isLost), found, aws.endpoint), run);

let first: Run | undefined;
try {
  const texts = awsTexts(facts.runbooks);
  for (const text of texts) assert.equal(argumentProblems(found.aws, text), '', text);
  for (const wrong of ['describe-db-instances --no-such x', 'promote-read-replica', 'no-such'])
    assert.notEqual(argumentProblems(found.aws, `aws rds ${wrong}`), '', wrong);
  console.log(
    `ok    AWS's own model knows the commands of all ${facts.runbooks.length} runbooks (${texts.length} shapes)`,
  );
  await scenario(
    'a lost region is taken over, and a second run changes nothing',
    true,
    async (scene) => {
      const run = await scene.run({});
      assert.equal(run.status, 0, run.output);
      first = run;
      recovered(scene);
      const again = await scene.run({});
      assert.equal(again.status, 0, again.output);
      assert.deepEqual(changing(again), []);
      assert.deepEqual(regionSurvey(scene).messages, []);
      return `${changing(run).length} changes, then none; ${facts.standby.region} is primary`;
    },
  );
  const changes = changing(first ?? { status: 0, output: '', calls: [] }).filter(
    (call) => !/kubectl/.test(call),
  );
  for (const killAt of [1, Math.ceil(changes.length / 2), changes.length]) {
    await scenario(
      `killed at change ${killAt} of ${changes.length}, the next run ends it`,
      true,
      async (scene) => {
        const killed = await scene.run({ killAt });
        assert.notEqual(killed.status, 0);
        const next = await scene.run({});
        assert.equal(next.status, 0, next.output);
        recovered(scene);
        return `the next run made ${changing(next).length} changes`;
      },
    );
  }
  await scenario(
    'a step that fails stops the run, and what follows is not done',
    true,
    async (scene) => {
      const failed = await scene.run({ fail: 'rds promote-read-replica' });
      assert.equal(failed.status, 1);
      assert.match(failed.output, /STOPPED: the command failed; its output is in DRILL-1\.log/);
      assert.match(scene.evidence(), /planted by the drill/);
      assert.deepEqual(regionSurvey(scene).dns, [facts.lost.host]);
      assert.deepEqual(changing(failed), []);
      return failed.output.trim().split('\n').at(-1) ?? '';
    },
  );
  await scenario('a region that is not lost is not changed', false, async (scene) => {
    const refused = await scene.run({});
    assert.equal(refused.status, 1);
    assert.match(refused.output, /lost_ap_south_1 is false; nothing was changed/);
    assert.deepEqual(changing(refused), []);
    return refused.output.trim().split('\n').at(-1) ?? '';
  });
  if (first !== undefined) report('a lost region', first);
  report('lost objects', await objectScenarios(play, found, aws.endpoint));
} finally {
  await aws.stop();
}
