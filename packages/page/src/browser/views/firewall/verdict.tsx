import type { Outcome, Verdict } from '@bizflow/waf-rules';
import type { Guard } from '../../../data/guards.ts';
import { Code, Text } from '../../parts/text.tsx';

interface Props {
  readonly verdict: Verdict;
  readonly guard: Guard;
}

/** What becomes of a request, and by which rules. */
export const VerdictOf = ({ verdict, guard }: Props) => (
  <div class="card">
    <p role="status" class={`verdict ${verdict.action.toLowerCase()}`}>
      <strong>{verdict.action}</strong>{' '}
      {verdict.action === 'UNDECIDED' ? "AWS's own rules decide" : <By outcome={verdict} />}
    </p>
    {verdict.action === 'UNDECIDED' ? (
      <>
        <ul>
          {verdict.open.map(({ rule, could, looksAt }) => (
            <li key={rule}>
              <Code>{rule}</Code> could {could.join(' or ')}; it looks at {looksAt.join(', ')}
            </li>
          ))}
        </ul>
        <p>
          If they find nothing: {verdict.otherwise.action} <By outcome={verdict.otherwise} />
        </p>
      </>
    ) : null}
    {verdict.steps.length === 0 ? null : (
      <>
        <h2>Rules that matched</h2>
        <ol>
          {verdict.steps.map(({ rule, action }) => (
            <li key={rule}>
              {action} <Code>{rule}</Code> <Text>{guard.why[rule] ?? ''}</Text>
            </li>
          ))}
        </ol>
      </>
    )}
    {verdict.labels.length === 0 ? null : (
      <p>
        Labels: <Text>{verdict.labels.join(', ')}</Text>
      </p>
    )}
    <p>
      <small>
        {guard.acl.Rules.length} rules, the same in <Text>{guard.places.join(', ')}</Text>
      </small>
    </p>
  </div>
);

const By = ({ outcome: { rule } }: { readonly outcome: Outcome }) =>
  rule === 'default' ? (
    <>by default: no rule decided</>
  ) : (
    <>
      by <Code>{rule}</Code>
    </>
  );
