import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { apiHost, loadBalancerHost } from '@bizflow/config/names';
import { repository } from '@bizflow/testing/repository';
import type { Ended } from '../cli/run.ts';
import type { Played } from '../move/played.ts';
import { accountNamed } from '../move/played-on.ts';
import type { Theatre } from '../move/theatre.ts';
import type { Account } from '../order/accounts.ts';
import type { FailoverEnds } from './ends.ts';
import { stoppedScript } from './writer-rules.ts';

/** What is played for AWS's CLI by moto; these are played by the stand-ins of the drill. */
const standIns = ['curl', 'kubectl', 'mark'];
const incident = 'REHEARSAL-1';

/** How a script of a runbook ended, with the log that it wrote. */
interface PlayedScript extends Ended {
  readonly log: string;
}

/**
 * Runs a rendered script as a person in an emergency does, with the AWS CLI on moto. These hosts answer; a cluster does
 * what it is asked to.
 */
async function playScript(
  path: string,
  { env, shell }: Account,
  answering: readonly string[],
): Promise<PlayedScript> {
  const folder = mkdtempSync(join(tmpdir(), 'bizflow-script-'));
  const state = join(folder, 'state');
  const bin = join(folder, 'bin');
  for (const one of [state, bin]) mkdirSync(one);
  for (const one of standIns)
    symlinkSync(join(repository, 'packages/runbooks/scripts/drill/bin', one), join(bin, one));
  writeFileSync(join(state, 'answering'), `${answering.join('\n')}\n`);
  try {
    const ended = await shell(`cd ${folder} && sh ${path} --incident ${incident} --yes`, {
      ...env,
      PATH: [bin, process.env.PATH].join(delimiter),
      KUBECONFIG: join(state, 'kubeconfig'),
      DRILL_AWS: 'aws',
      DRILL_INCIDENT: incident,
      DRILL_STATE: state,
      RUNBOOK_PAUSE: '1',
      // Nothing answers for a region that is lost, however often it is asked.
      AWS_MAX_ATTEMPTS: '1',
    });
    return { ...ended, log: readFileSync(join(folder, `${incident}.log`), 'utf8') };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The script of a lost region on what Terraform has made: it has the standby take over. */
export async function playRegionScript(
  theatre: Theatre,
  { lost, standby }: FailoverEnds,
): Promise<Played> {
  const path = join(theatre.facts.workspace.root, 'docs/runbooks', lost.region.id, 'region.sh');
  const hosts = [loadBalancerHost(standby), apiHost(standby.environment)];
  const ended = await playScript(path, accountNamed(theatre, 'production'), hosts);
  const steps = ended.log.match(/Z {2}\d+\. /g)?.length ?? 0;
  console.log(`\nscript: ${steps} steps, ended with ${ended.code}, ${ended.seconds.toFixed(0)} s`);
  return { applies: 0, deviations: [], problems: stoppedScript('script', ended) };
}
