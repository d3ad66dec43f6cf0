import { fleetRules } from '@bizflow/config';
import { standbyOf, takenOver } from '@bizflow/config/failover';
import { usual } from '@bizflow/config/testing';
import { prove } from '@bizflow/proofs';
import { rerendered } from '@bizflow/proofs/testing';
import { describe, expect, it } from 'vitest';
import { isError, plan } from '../plan.ts';

const lost = Object.values(usual.catalog)
  .map(({ id }) => id)
  .filter((id) => standbyOf(usual.catalog, id) !== undefined);

describe.each(lost)('the fleet whose standby has taken over from %s', (id) => {
  const fleet = { ...usual, ...takenOver(usual, id), failedOver: [id] };

  it('keeps every rule and every proof', async () => {
    expect(fleetRules(fleet).filter(isError)).toEqual([]);
    const { files, problems } = plan(fleet, {});
    expect(problems.filter(isError)).toEqual([]);
    const texts = Object.fromEntries(files.map((file) => [file.path, file.text]));
    const failed = prove(await rerendered(fleet, texts)).filter(({ holds }) => !holds);
    expect(failed).toEqual([]);
  });
});
