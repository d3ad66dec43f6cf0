import { once } from '@bizflow/kernel';
import { areaOf, type CountryCode, type RegionId } from '@bizflow/region-catalog';
import type { FlowKind } from '@bizflow/region-catalog/rules';
import type { Course } from '../../src/moves/course.ts';
import { at, type Game, Harm, rendered, root } from './game.ts';

/** Asks for the legal basis of every flow, person by person. */
export const borders = (game: Game, all: readonly RegionId[]): void => {
  const allowed = allowedIn(game.course);
  const zone = at(game, 'root/global');
  const led = (id: RegionId): readonly CountryCode[] => zone[id]?.serves ?? [];
  const rests = (id: RegionId): readonly CountryCode[] => [
    ...led(id),
    ...(root(game, id)?.life.keeps ?? []),
    ...(root(game, id)?.serves ?? []),
    ...(rendered(game)[id]?.life.keeps ?? []),
  ];
  const ask = (flow: FlowKind, from: RegionId, to: RegionId, people: readonly CountryCode[]) => {
    const [origin, place] = [root(game, from)?.country, root(game, to)?.country];
    // Nothing leaves a region that is gone, and inside a country no border is crossed (decision 0078).
    if (from !== to && (origin === undefined || origin === place)) return;
    for (const country of people) {
      const isInside = place !== undefined && areaOf(place) === areaOf(country);
      const isAllowed = allowed.has(`${flow} ${from} ${to} ${country}`);
      if (!isInside && !isAllowed) throw new Harm(`${country} crosses by ${flow} ${from} -> ${to}`);
    }
  };
  const standing = all.flatMap((id) => root(game, id) ?? []);
  for (const { id, database, redis, buckets, life, fallback: own } of standing) {
    const { writer, source } = database;
    const fallback = zone[id]?.fallback ?? own;
    ask('rest', id, id, rests(id));
    if (writer !== id) ask('write', id, writer, led(id));
    if (fallback.kind === 'region') ask('fallback', id, fallback.region, led(id));
    if (life.copies !== null) ask('move', life.copies.from, id, life.copies.people);
    for (const { replicatesTo } of buckets)
      if (replicatesTo !== null) ask('bucket-replica', id, replicatesTo, rests(id));
    for (const other of standing) {
      const { global } = other.redis;
      const isPrimary = global?.role === 'primary' && global.id === redis.global?.id;
      if (isPrimary && redis.global?.role === 'secondary')
        ask('redis-replica', other.id, id, rests(other.id));
      if (source !== null && other.id !== id && other.id !== source) {
        if (other.database.writer !== source) continue;
        ask('database-replica', source, id, led(other.id));
        ask('backup-copy', source, id, led(other.id));
      }
    }
    if (source === null) continue;
    ask('database-replica', source, id, rests(source));
    ask('backup-copy', source, id, rests(source));
  }
};

const allowedIn = once(
  ({ exceptions }: Course) =>
    new Set(
      exceptions.flatMap(({ flow, from, to, subjects }) =>
        subjects.map((country) => `${flow} ${from} ${to} ${country}`),
      ),
    ),
);
