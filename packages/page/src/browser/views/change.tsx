import type { PageData } from '../../data/page-data.ts';
import type { PlanData } from '../../plan/plan-data.ts';
import { ChangedFacts } from '../parts/changed-facts.tsx';
import { Code, Text } from '../parts/text.tsx';
import { Effects } from './change/effects.tsx';

/** The verdict on a change, then its effects, each with its lines and its facts. */
export const ChangeView = ({ data: { plan } }: { readonly data: PageData }) =>
  plan === null ? null : <Change plan={plan} />;

const Change = ({ plan }: { readonly plan: PlanData }) => {
  const { report } = plan;
  return (
    <>
      <p class="lead">
        Against <Code>{report.base}</Code>.
      </p>
      <ul class="verdicts">
        {report.verdict.map((line) => (
          <li key={line} class={line.startsWith('FORBIDDEN') ? 'bad' : ''}>
            <Verdict line={line} />
          </li>
        ))}
      </ul>
      {report.notes.map((note) => (
        <p key={note} class="note">
          <Text>{note}</Text>
        </p>
      ))}
      {report.byKind.map(({ kind, effects }) => (
        <section key={kind}>
          <h2>
            {kind} <small>{effects.length}</small>
          </h2>
          <Effects effects={effects} plan={plan} />
        </section>
      ))}
      <Causes plan={plan} />
    </>
  );
};

/** `people: ...`, with its kind in front. */
const Verdict = ({ line }: { readonly line: string }) => {
  const [, kind = '', rest = line] = /^([a-zA-Z]+): (.*)$/s.exec(line) ?? [];
  return (
    <>
      {kind === '' ? null : <strong>{kind} </strong>}
      <Text>{rest}</Text>
    </>
  );
};

const Causes = ({ plan: { report } }: { readonly plan: PlanData }) => (
  <section>
    <h2>Facts and code that changed</h2>
    {report.causes.facts.length + report.causes.code.length === 0 ? <p>None.</p> : null}
    <ChangedFacts facts={report.causes.facts} />
    {report.causes.code.length === 0 ? null : (
      <details>
        <summary>{report.causes.code.length} files of code</summary>
        <ul>
          {report.causes.code.map((path) => (
            <li key={path}>
              <Code>{path}</Code>
            </li>
          ))}
        </ul>
      </details>
    )}
  </section>
);
