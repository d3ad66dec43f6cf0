import { exampleMove, sheetsWithNewcomer } from '@bizflow/region-catalog/testing';
import { describe, expect, it } from 'vitest';
import { exampleFleet } from '../../testing/index.ts';
import { placesOf, stages } from './stages.ts';
import { withMoves } from './with-moves.ts';

const fleet = { ...exampleFleet(), sheets: sheetsWithNewcomer() };
const move = exampleMove({});
type Foundation = (typeof fleet)['foundations']['production'];
const destroying = (told: Partial<Foundation>): readonly string[] => {
  const { foundations } = fleet;
  const production = { ...foundations.production, ...told };
  const other = { ...fleet, foundations: { ...foundations, production } };
  const places = placesOf({ ...other, ...withMoves(other, [move]) }, move);
  if (places === undefined) throw new RangeError('both ends have a cluster');
  return stages.destroy.acts(places).flatMap(({ commands }) => commands);
};
const hubAt = (hub: string): Partial<Foundation> => ({ hub }) as unknown as Partial<Foundation>;
const at = (commands: readonly string[], part: string): number =>
  commands.findIndex((command) => command.includes(part));

describe('the commands that destroy a region', () => {
  const commands = destroying(hubAt('xx-west-1'));

  it('empty each bucket of its versions, which hide behind a marker, the bucket of logs too', () => {
    const emptying = commands.filter((command) => command.includes('s3api'));
    const buckets = emptying.map((command) => /--bucket (\S+)/.exec(command)?.[1] ?? '');
    expect(buckets.some((name) => /-xx-north-1-audit-\d+$/.test(name))).toBe(true);
    expect(buckets.length).toBeGreaterThan(1);
    for (const command of emptying)
      expect(command).toMatch(/^\(while .*\[Versions, DeleteMarkers\].*\|\| exit; .*; done\)$/);
  });

  it('take the keys of its snapshots out of the state, and those of the hub where it is the hub', () => {
    expect(commands.filter((command) => command.includes('state rm'))).toEqual([
      expect.stringContaining('module.security.aws_kms_key.regional'),
    ]);
    expect(
      at(destroying(hubAt('xx-north-1')), 'module.security.aws_kms_key.primary'),
    ).toBeGreaterThan(0);
  });

  it('delete the copies of images before the registry, and the link before the region', () => {
    const [images, registry, link, region] = [
      at(commands, 'ecr delete-repository --force'),
      at(commands, 'production/delivery/xx-north-1 destroy'),
      at(commands, 'production/links/xx-north-1 destroy'),
      at(commands, 'apply destroy.plan'),
    ];
    expect(images).toBeGreaterThan(0);
    expect([images, registry, link, region].toSorted((a, b) => a - b)).toEqual([
      ...[images, registry, link, region],
    ]);
  });

  it('have no link to destroy where none is made', () => {
    const used = destroying({ ...hubAt('xx-west-1'), links: 'used' });
    expect(at(used, '/links/')).toBe(-1);
    expect(at(used, 'apply destroy.plan')).toBeGreaterThan(0);
  });
});
