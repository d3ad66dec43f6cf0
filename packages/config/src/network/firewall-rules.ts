import { type Problem, warnUnless } from '@bizflow/kernel';
import type { Fleet } from '../fleet/fleet.ts';
import { firewallExceptions } from './firewall-exceptions.ts';

/** An environment has a firewall, or a written reason why not; never both. A strict render refuses it. */
export const firewallExceptionRules = ({ environments, foundations }: Fleet): readonly Problem[] =>
  environments.flatMap(({ name }) => {
    const isGuarded = foundations[name]?.networkFirewall === true;
    return warnUnless(isGuarded !== (firewallExceptions[name] !== undefined), {
      code: 'FIREWALL_EXCEPTION',
      at: `foundations.${name}.networkFirewall`,
      value: isGuarded,
      reason: isGuarded
        ? 'is on, but an exception still says why it is not'
        : 'is off, and no exception says why',
      remedy: 'correct packages/config/src/network/firewall-exceptions.ts',
    });
  });
