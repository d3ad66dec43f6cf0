import { onceForBoth } from '@bizflow/kernel';
import { areaOf } from './areas.ts';
import type { CountryCode } from './countries.ts';
import { type DataFlow, dataFlows } from './flows.ts';
import { type Catalog, sheetOf } from './sheet-of.ts';

/** A movement of data, with the people whose data it carries. */
export interface PeopledFlow extends DataFlow {
  readonly subjects: readonly CountryCode[];
}

/** A flow that takes the data of these people out of the area of their law. */
export type Crossing = PeopledFlow;

/** Every movement of {@link dataFlows}, each with all people whose data it carries; some carry none. */
export const peopledFlows = (catalog: Catalog): readonly PeopledFlow[] =>
  dataFlows(catalog).map((flow) => ({ ...flow, subjects: subjectsOf(flow, catalog) }));

/**
 * The flows that leave the area of a served country's law, each with the people it concerns. Inside the
 * European Economic Area data moves as at home. Between two regions of one country it crosses no border: the flow that
 * brought it to the first has the legal basis, which is one of the country (docs/decisions/0078).
 */
export const crossings = (catalog: Catalog): readonly Crossing[] =>
  peopledFlows(catalog).flatMap((flow) => {
    const [origin, home] = [flow.from, flow.to].map((id) => sheetOf(catalog, id)?.country);
    if (flow.from !== flow.to && origin !== undefined && origin === home) return [];
    const subjects = flow.subjects.filter(
      (country) => home === undefined || areaOf(country) !== areaOf(home),
    );
    return subjects.length === 0 ? [] : [{ ...flow, subjects }];
  });

type Way = Pick<DataFlow, 'flow' | 'from' | 'to'>;

/** Whether two flows, or a flow and an exception, are of one kind between the same regions. */
export const sameWay = (one: Way, { flow, from, to }: Way): boolean =>
  one.flow === flow && one.from === from && one.to === to;

/**
 * The flows that a catalog orders and the law allows: they cross no border, or one of the exceptions names
 * their way. Whether it names all people too, `residencyRules` says.
 */
export const allowedFlows = onceForBoth(
  (catalog: Catalog, exceptions: readonly Way[]): readonly Way[] => {
    const abroad = crossings(catalog);
    const atHome = dataFlows(catalog).filter((flow) => !abroad.some((one) => sameWay(one, flow)));
    return [...exceptions, ...atHome];
  },
);

// A replica copies all data of its writer, and so does a backup, also that of other regions that write there.
// The replica's own people are not among them: their data comes back to where it is placed.
const subjectsOf = (flow: DataFlow, catalog: Catalog): readonly CountryCode[] => {
  const { flow: kind, from, to } = flow;
  // Nothing comes out of a region that is gone.
  if (kind === 'move' && sheetOf(catalog, from) === undefined) return [];
  if (kind === 'move') return sheetOf(catalog, to)?.life.copies?.people ?? [];
  const isOfTheDatabase = kind === 'database-replica' || kind === 'backup-copy';
  const followers = Object.values(catalog)
    .filter(({ database }) => isOfTheDatabase && database.writer === from)
    .flatMap(({ id, serves }) => (id === from || id === to ? [] : serves));
  // What rests in a region, or is copied out of it, is of its own people, and of those whom a move left there.
  const { serves = [], life } = sheetOf(catalog, from) ?? {};
  const kept = kind === 'write' || kind === 'fallback' ? [] : (life?.keeps ?? []);
  return [...new Set([...serves, ...kept, ...followers])];
};
