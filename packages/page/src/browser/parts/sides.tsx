import type { ComponentChildren } from 'preact';
import type { ComparedData } from '../../data/fleet-data.ts';
import type { PageData } from '../../data/page-data.ts';

/** One side of a plan, or the only one. */
export interface Side {
  readonly fleet: ComparedData;
  /** `before` or `after`; nothing where there is only one. */
  readonly label: string;
}

/** What a page compares: before and after side by side, or the fleet as it is. */
export const sidesOf = ({ now, plan }: PageData): readonly Side[] =>
  plan === null
    ? [{ fleet: now, label: '' }]
    : [
        { fleet: plan.before, label: 'before' },
        { fleet: now, label: 'after' },
      ];

/** The same drawing for each side. */
export const Sides = ({
  data,
  children,
}: {
  readonly data: PageData;
  readonly children: (side: Side) => ComponentChildren;
}) => (
  <div class={data.plan === null ? 'sides' : 'sides two'}>
    {sidesOf(data).map((side) => (
      <section key={side.label} aria-label={side.label || undefined}>
        {side.label === '' ? null : <p class="side">{side.label}</p>}
        {children(side)}
      </section>
    ))}
  </div>
);
