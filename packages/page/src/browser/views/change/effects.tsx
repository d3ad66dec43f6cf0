import { useState } from 'preact/hooks';
import type { FoldedEffect, PlanData } from '../../../plan/plan-data.ts';
import { ChangedFacts } from '../../parts/changed-facts.tsx';
import { Code, Text } from '../../parts/text.tsx';
import { type Behind, behind } from './behind.ts';
import { Lines } from './lines.tsx';

interface Props {
  readonly effects: readonly FoldedEffect[];
  readonly plan: PlanData;
}

/** Effects of one kind; each opens to what is behind it. */
export const Effects = ({ effects, plan }: Props) => (
  <ul class="effects">
    {effects.map((effect) => (
      <li key={JSON.stringify([effect.rule, effect.to, effect.does, effect.places, effect.after])}>
        <One effect={effect} plan={plan} />
      </li>
    ))}
  </ul>
);

const One = ({ effect, plan }: { readonly effect: FoldedEffect; readonly plan: PlanData }) => {
  const [isOpen, setOpen] = useState(false);
  const owner = plan.report.forbidden.find(({ rule }) => rule === effect.rule)?.owner;
  return (
    <details onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>
        {owner === undefined ? null : <strong class="bad">forbidden </strong>}
        <Text>{effect.to}</Text> <Text>{effect.does}</Text>{' '}
        <small>
          <Text>{effect.places.join(', ')}</Text>
        </small>
      </summary>
      {isOpen ? <WhatIsBehind effect={effect} plan={plan} owner={owner} /> : null}
    </details>
  );
};

const saidOf = (known: Behind['known'], facts: number): string => {
  if (known === 'none') return 'No fact is behind it: the renderer changed.';
  if (facts === 0) return 'No fact changed.';
  if (known === 'these') return 'These are behind it:';
  return facts === 1 ? 'One changed:' : 'These changed; which of them is behind it is not known:';
};

interface BehindProps {
  readonly effect: FoldedEffect;
  readonly plan: PlanData;
  readonly owner: string | undefined;
}

const WhatIsBehind = ({ effect, plan, owner }: BehindProps) => {
  const { files, facts, known } = behind(effect, plan);
  return (
    <div class="behind">
      <p>
        Rule <Code>{effect.rule}</Code>
        {owner === undefined ? null : `; unless ${owner} approves`}
      </p>
      {effect.before === undefined && effect.after === undefined ? null : (
        <p>
          <Code>{effect.before ?? 'none'}</Code> → <Code>{effect.after ?? 'none'}</Code>
        </p>
      )}
      <h3>Facts</h3>
      <p>{saidOf(known, facts.length)}</p>
      <ChangedFacts facts={facts} />
      <h3>Lines</h3>
      {files.length === 0 ? (
        <p>
          No line of <Code>{effect.at}</Code> differs: the effect follows from other files.
        </p>
      ) : null}
      {files.map((file) => (
        <Lines key={file.path} file={file} />
      ))}
    </div>
  );
};
