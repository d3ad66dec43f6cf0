import { imageRepository } from '@bizflow/config';
import { imageAdmission } from '@bizflow/config/release';
import { tenancy } from '@bizflow/config/tenancy';
import type { ControlPlane } from '../../harness/control-plane.ts';
import { until } from '../../harness/until.ts';
import type { Bench } from '../../suite.ts';
import { withImage } from '../accept/admission.ts';
import { notRejected, type Pod, rejectionOf } from '../accept/pods.ts';
import type { Registry } from './registry.ts';

/** Two images of the same repository, whole, by digest. */
export interface Images {
  readonly signed: string;
  readonly unsigned: string;
}

/** What starts, what does not, and what a person reads then. */
// biome-ignore lint/complexity/noExcessiveLinesPerFunction: a story, told in its order
export async function imagesAreJudged(
  { holds }: Bench,
  { api }: ControlPlane,
  registry: Registry,
  pod: Pod,
): Promise<Images> {
  const repository = imageRepository({ name: 'api' });
  const pushed = (content: string, by?: 'pipeline' | 'stranger', to = repository): string => {
    const digest = registry.push(to, content);
    if (by !== undefined) registry.sign(to, digest, by);
    return `${registry.host}/${to}@${digest}`;
  };
  const signed = pushed('signed', 'pipeline');
  const unsigned = pushed('unsigned');
  const refused = (image: string, words: RegExp) => notRejected(api, withImage(pod, image), words);
  const admitted = async (image: string) => {
    const found = await rejectionOf(api, withImage(pod, image));
    return found === undefined ? [] : [found.message];
  };
  await until(
    'its policies are known',
    60,
    async () => (await refused(unsigned, /failed policy/)).length === 0,
  );
  const policy = 'failed policy: bizflow-api: spec\\.containers\\[0\\]\\.image';
  const by = `admission webhook "${imageAdmission.webhook}" denied the request`;
  holds('an image that the pipeline signed starts', await admitted(signed));
  holds(
    'one without a signature is refused, and the message names webhook, policy, image and reason',
    await refused(unsigned, new RegExp(`${by}.*${policy}.*${unsigned}.*no signatures found`, 's')),
  );
  const strange = pushed('strange', 'stranger');
  holds(
    'one that another key signed is refused',
    await refused(strange, new RegExp(`${by}.*${policy}.*${strange}.*signature`, 's')),
  );
  const tagged = `${registry.host}/${repository}:signed`;
  const [, digest = ''] = signed.split('@');
  holds('one by its tag alone is refused, although it is signed', [
    ...(await refused(tagged, /pinned by digest/)),
    ...(await refused(`${tagged}@${digest}`, /pinned by digest/)),
  ]);
  const other = pushed('other', 'pipeline', imageRepository({ name: 'other' }));
  holds(
    'one of a repository that no service has is refused, although it is signed',
    await refused(other, /no matching policies/),
  );
  const client = `${registry.host}/${imageRepository({ name: tenancy.client.repository })}`;
  holds('of what others publish, the digest that Git names starts, and no other one', [
    ...(await admitted(`${client}@${tenancy.client.digest}`)),
    ...(await refused(`${client}@${digest}`, /no matching policies/)),
  ]);
  return { signed, unsigned };
}
