import { E2eError, problemsOf } from '../../harness/e2e-error.ts';
import { atGate, healthy } from '../canary/rollout.ts';
import type { Subject } from '../canary/subject.ts';
import { act, look } from './asks.ts';
import type { Stage } from './stage.ts';
import { expects, passerBy, signedOn, type Visitor } from './visitor.ts';

/** A sentence about the gate, and how to try it; each finds a release that waits, and leaves it so. */
export interface Scenario {
  readonly sentence: string;
  play(stage: Stage, subject: Subject): Promise<readonly string[]>;
}

const unchanged = async (subject: Subject): Promise<readonly string[]> =>
  problemsOf(subject.is('still waits', 5, atGate).then(() => []));

const all = ['resume', 'abort', 'retry', 'promote-full'];

const refusedAll = async (stage: Stage, who: Visitor, name: string, wanted: number) =>
  (
    await Promise.all(
      all.map(async (action) =>
        expects(`${name}: ${action}`, await act(stage, who, action), wanted),
      ),
    )
  ).flat();

const developer: Scenario = {
  sentence: 'a developer sees the release, and is refused every action of it',
  play: async (stage, subject) => {
    const who = await signedOn(stage.address, 'developer');
    return [
      ...expects('to look', await look(stage, who), 200),
      ...(await refusedAll(stage, who, 'developer', 403)),
      ...(await unchanged(subject)),
    ];
  },
};

const strangers: Scenario = {
  sentence: 'who is in no group, or an approver of another region, sees nothing and does nothing',
  play: async (stage, subject) => {
    const problems: string[] = [];
    for (const name of ['stranger', 'neighbour']) {
      const who = await signedOn(stage.address, name);
      const { body } = await who.ask('GET', '/applications');
      const seen = JSON.parse(body).items ?? [];
      if (seen.length > 0) problems.push(`${name} sees ${seen.length} Applications`);
      problems.push(...expects(`${name} looks`, await look(stage, who), 403));
      problems.push(...(await refusedAll(stage, who, name, 403)));
    }
    return [...problems, ...(await unchanged(subject))];
  },
};

const unknown: Scenario = {
  sentence:
    'without signing on there is no answer, and no password: not even the administrator has one',
  play: async (stage, subject) => {
    const who = passerBy(stage.address);
    const admin = { username: 'admin', password: 'password' };
    const refused = await signedOn(stage.address, 'unknown').then(
      () => ['a person whom the issuer does not know is let in'],
      (error: unknown) => (error instanceof E2eError ? [] : [String(error)]),
    );
    const session = await who.ask('POST', '/session', admin);
    return [
      ...refused,
      ...expects('to look', await look(stage, who), 401),
      ...(await refusedAll(stage, who, 'no one', 401)),
      ...(session.status === 200 ? ['the administrator has a password'] : []),
      ...(await unchanged(subject)),
    ];
  },
};

const limits: Scenario = {
  sentence:
    'an approver can neither skip the analysis, nor sync another commit, nor change the Application',
  play: async (stage, subject) => {
    const who = await signedOn(stage.address, 'approver');
    const path = `/applications/${stage.application}`;
    const other = { name: stage.application, revision: 'HEAD~1', dryRun: true };
    const app = JSON.parse((await look(stage, who)).body);
    return [
      ...expects('promote-full', await act(stage, who, 'promote-full'), 403),
      ...expects('another commit', await who.ask('POST', `${path}/sync`, other), 403),
      ...expects('a change of it', await who.ask('PUT', path, app), 403),
      ...expects('to delete it', await who.ask('DELETE', path), 403),
      ...(await unchanged(subject)),
    ];
  },
};

/** While a release waits. */
export const whileWaiting: readonly Scenario[] = [developer, strangers, unknown, limits];

/** The way through: the release goes on by the approver's word, and comes to its end. */
export const resumed: Scenario = {
  sentence: 'an approver signs on and resumes the release, which then goes on to its end',
  play: async (stage, subject) => {
    const who = await signedOn(stage.address, 'approver');
    const problems = expects('resume', await act(stage, who, 'resume'), 200);
    if (problems.length > 0) return problems;
    await subject.is('is healthy', 120, healthy);
    return [];
  },
};
