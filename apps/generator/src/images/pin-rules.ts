import { type Fleet, pinnedImage } from '@bizflow/config';
import { type Problem, problem, unless } from '@bizflow/kernel';
import { tagPattern } from '../lock-schema.ts';
import { scopeRules } from '../rules/scope-rules.ts';

/** The options of pin-images; without a service, all services. */
export interface PinOptions {
  readonly environment: string;
  readonly service?: string | undefined;
  readonly tag: string;
  readonly timeoutSeconds: number;
}

/** Rules of the options, checked before any registry is asked. */
export const pinRules = (fleet: Fleet, options: PinOptions): readonly Problem[] => {
  const { environment, service, tag, timeoutSeconds } = options;
  return [
    ...scopeRules(fleet, { environment, service }),
    ...unless(new RegExp(tagPattern).test(tag), {
      code: 'TAG_FORMAT',
      at: '--tag',
      value: tag,
      reason: 'is not an image tag',
      remedy: 'write the text after the colon, such as 1.4.2',
    }),
    ...unless(timeoutSeconds > 0 && timeoutSeconds <= 600, {
      code: 'OPTION_RANGE',
      at: '--timeoutSeconds',
      value: timeoutSeconds,
      reason: 'must be > 0 and <= 600 seconds',
      remedy: 'choose 1 to 600',
    }),
    ...servicesToPin(fleet, options).flatMap(({ name }) => underWay(fleet, environment, name)),
  ];
};

const underWay = ({ lock }: Fleet, environment: string, service: string): readonly Problem[] => {
  const next = pinnedImage(lock, environment, service)?.next;
  if (next === undefined) return [];
  return [
    problem({
      code: 'PROMOTION_UNDER_WAY',
      at: `images.lock.json/images/${environment}/${service}/next`,
      value: next.tag,
      reason: `is being promoted; it already runs in ${next.regions.join(', ')}`,
      remedy: 'promote it to the last wave, or roll it back: git revert its commits',
    }),
  ];
};

/** The services to pin. */
export const servicesToPin = ({ services }: Fleet, { service }: PinOptions) =>
  services.filter(({ name }) => service === undefined || name === service);
