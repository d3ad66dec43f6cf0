import type { RenderedFleet } from '../rendered-fleet.ts';
import { placesOf } from './residency.ts';
import type { Transfer } from './transfer.ts';
import { transfersOf } from './transfers.ts';

/** Everything that the roots of a rendered fleet carry between regions. */
export const transfersIn = (rendered: RenderedFleet): readonly Transfer[] =>
  transfersOf(rendered.plans, placesOf(rendered));
