import type { RenderedFleet } from '@bizflow/proofs';
import { type Border, bordersOf, type Carried, carriedIn } from './borders.ts';
import { type DeliveryPath, deliveryPaths } from './delivery.ts';
import { type Guard, guardsOf } from './guards.ts';
import { type Inventory, inventoryOf } from './inventory.ts';
import { type Money, moneyOf } from './money.ts';
import { networksOf, type PlacedNetwork } from './networks.ts';
import { type RoutedZone, routedZones } from './routing.ts';

/** What the page shows of a fleet, and of the one before it. */
export interface ComparedData {
  readonly catalog: RenderedFleet['fleet']['catalog'];
  readonly exceptions: RenderedFleet['fleet']['exceptions'];
  readonly zones: readonly RoutedZone[];
  readonly networks: readonly PlacedNetwork[];
  readonly paths: readonly DeliveryPath[];
  readonly borders: readonly Border[];
  readonly carried: readonly Carried[];
  readonly money: Money;
  readonly guards: readonly Guard[];
}

/** A fleet as the page shows it: JSON, so that a browser needs neither the facts nor the rendered files. */
export interface FleetData extends ComparedData {
  readonly things: Inventory;
}

/** Takes out of a rendered fleet what the page shows. */
export const fleetData = (rendered: RenderedFleet): FleetData => ({
  ...comparedData(rendered),
  things: inventoryOf(rendered),
});

/** What the page shows side by side. */
export const comparedData = (rendered: RenderedFleet): ComparedData => ({
  catalog: rendered.fleet.catalog,
  exceptions: rendered.fleet.exceptions,
  zones: routedZones(rendered),
  networks: networksOf(rendered),
  paths: deliveryPaths(rendered),
  borders: bordersOf(rendered),
  carried: carriedIn(rendered),
  money: moneyOf(rendered),
  guards: guardsOf(rendered),
});
