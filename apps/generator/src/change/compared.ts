import { type Change, changeOf, type Side } from '@bizflow/changes';
import { refusal } from '../error.ts';
import type { Base } from './base.ts';

/** The two sides by their names: the newer one is the work tree where no commit is named. */
export interface Named {
  readonly base: Base;
  readonly commit: Base | undefined;
}

/** Compares two sides. Where that fails, each is read alone, to say which of the two has a file that cannot be read. */
export async function compared(older: Side, newer: Side, named: Named): Promise<Change> {
  try {
    return await changeOf(older, newer);
  } catch (error) {
    await readable('--head', named.commit?.named ?? 'the work tree', newer);
    await readable('--base', named.base.named, older);
    throw error;
  }
}

const readable = async (at: '--base' | '--head', value: string, side: Side): Promise<void> => {
  try {
    await changeOf({ ...side, files: {} }, side);
  } catch (error) {
    const [reason = ''] = (error instanceof Error ? error.message : String(error)).split('\n');
    throw refusal({
      ...{ code: 'SIDE_UNREADABLE', at, value },
      // Modules and roots are read by their path below terraform/.
      reason: `has a file that cannot be read: ${reason.replace(/^(?:modules|environments|global)\//, 'terraform/$&')}`,
      remedy: 'correct that file, or name a commit on which npm run prove works',
    });
  }
};
