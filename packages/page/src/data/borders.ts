import { type RenderedFleet, type Transfer, transfersIn } from '@bizflow/proofs';
import { crossings, type FlowKind } from '@bizflow/region-catalog/rules';

/** Data of people that leaves the area of their law, and on what legal basis. */
export interface Border {
  readonly flow: FlowKind;
  readonly from: string;
  readonly to: string;
  readonly subjects: readonly string[];
  /** The law or decision that allows it; none where nothing is written. */
  readonly bases: readonly string[];
  /** The pages that explain it. */
  readonly decisions: readonly string[];
}

/** Every crossing that the catalog orders, with the exceptions that are written for it. */
export const bordersOf = ({ fleet: { catalog, exceptions } }: RenderedFleet): readonly Border[] =>
  crossings(catalog).map(({ flow, from, to, subjects }) => {
    const written = exceptions.filter(
      (one) =>
        one.flow === flow &&
        one.from === from &&
        one.to === to &&
        subjects.some((country) => one.subjects.includes(country)),
    );
    return {
      ...{ flow, from, to, subjects },
      bases: unique(written.map(({ basis }) => basis)),
      decisions: unique(written.map(({ decision }) => decision)),
    };
  });

const unique = (all: readonly string[]): readonly string[] => [...new Set(all)];

/** What Terraform's resources carry between two regions, and how many of them. */
export interface Carried extends Pick<Transfer, 'kind' | 'from' | 'to'> {
  readonly resources: number;
}

/** Every way between regions, as it is rendered. */
export const carriedIn = (rendered: RenderedFleet): readonly Carried[] =>
  [...Map.groupBy(transfersIn(rendered), ({ kind, from, to }) => `${kind} ${from} ${to}`).values()]
    .flatMap(([first, ...others]) =>
      first === undefined
        ? []
        : [{ kind: first.kind, from: first.from, to: first.to, resources: 1 + others.length }],
    )
    .toSorted((one, other) => (key(one) < key(other) ? -1 : 1));

const key = ({ kind, from, to }: Carried): string => `${from} ${to} ${kind}`;
