import type { ChangedFact } from '../../plan/plan-data.ts';
import { Code, Text } from './text.tsx';

/** Facts that were changed: what each was and is, and where it is written. */
export const ChangedFacts = ({ facts }: { readonly facts: readonly ChangedFact[] }) => (
  <ul>
    {facts.map(({ at, path, before, after }) => (
      <li key={`${at} ${path}`}>
        <Code>{path}</Code> = <Code>{before}</Code> → <Code>{after}</Code>
        <small>
          <Text>{at}</Text>
        </small>
      </li>
    ))}
  </ul>
);
