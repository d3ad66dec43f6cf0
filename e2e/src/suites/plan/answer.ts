import type { Manifest } from '@bizflow/config';
import type { Api, Applied } from '../../harness/api.ts';

/** What an API server says of an object that changes: what it refuses as a new one, too, must be invalid. */
export interface Answer {
  readonly is: 'taken' | 'refused' | 'invalid';
  /** In the server's own words. */
  readonly why: string;
}

/** Asks by a dry run of server-side apply, and, where that is refused, of creating the same as another object. */
export async function answerTo(api: Api, object: Manifest, edited: Manifest): Promise<Answer> {
  const tried = await api.apply(edited, 'dry run').catch(brokenOff);
  if ('stored' in tried) return { is: 'taken', why: '' };
  const why = tried.rejection.message;
  if (await isCreated(api, edited)) return { is: 'refused', why };
  // Some cannot be made twice, whatever they say: then the words decide.
  const isFrozen = frozen.test(why) && !(await isCreated(api, object));
  return { is: isFrozen ? 'refused' : 'invalid', why };
}

/** Kubernetes 1.35 panics at a Job of the kind Indexed that loses its completions: it answers nothing, and changes nothing. */
const brokenOff = (error: Error): Applied => {
  if (!error.message.includes('socket hang up')) throw error;
  return { rejection: { status: 0, reason: 'BrokenOff', message: error.message } };
};

const frozen =
  /immutable|may not (?:be )?change|cannot be (?:changed|updated)|updates to .* forbidden/i;

const isCreated = async (api: Api, object: Manifest): Promise<boolean> => {
  const { namespace, labels, annotations, name } = object.metadata;
  const copy = { name: `${name}-2`, namespace, labels, annotations };
  return 'stored' in (await api.create({ ...object, metadata: copy }, 'dry run').catch(brokenOff));
};
