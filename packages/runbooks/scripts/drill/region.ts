import type { DrillFacts } from './facts.ts';
import type { Scenery } from './run.ts';
import type { Stage } from './stage.ts';

/** What the survey of a region's loss finds. */
export interface RegionSurvey {
  readonly endpoint: string;
  readonly backupDays: number;
  readonly database: string;
  readonly redis: string;
  readonly dns: readonly string[];
  readonly messages: readonly string[];
}

/** The world in which a region is lost, or is not. */
export const regionScenery = (facts: DrillFacts, isLost: boolean): Scenery => ({
  script: facts.script,
  seed: ['seed.py'],
  survey: ['survey.py'],
  facts: { ...facts, isLost },
  // The lost region does not answer; Route 53 already answers with the standby.
  answering: [facts.standby.host, facts.api, ...(isLost ? [] : [facts.lost.host])],
  state: { 'redis-role': 'SECONDARY\n' },
  env: {},
});

/** The state of that world after a run. */
export const regionSurvey = (scene: Stage): RegionSurvey => scene.survey() as RegionSurvey;
